"""Accounts and what they may do. Imported once all other applications have registered, since it takes their place."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.desk.admin.borrowed import name_what_has_no_words
from newsroom.desk.models import Remit
from newsroom.desk.people.roles import ROLES, role_name
from relations.values.languages import NATIVE_NAMES

# Nobody has use for these: mail addresses are on the account, and sessions are one's own.
admin.site.unregister((EmailAddress, UserSession, Authenticator, User, Group))
name_what_has_no_words()

ONLY_SUPERUSERS_GIVE = ("is_superuser", "user_permissions")


class LanguagesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options):
        super().__init__(choices=tuple(NATIVE_NAMES.items()), required=False, initial=list(NATIVE_NAMES), **options)

    def has_changed(self, initial, data):
        return set(initial or ()) != set(data or ())


class RemitForm(forms.ModelForm):
    edits = LanguagesField(label=_("Writes in"), help_text=_("Texts in other languages can be read, not changed."))
    approves = LanguagesField(
        label=_("Approves and publishes"),
        help_text=_("Also sends back, spikes, withdraws. It takes the role for it, too."),
    )

    class Meta:
        model = Remit
        fields = ("edits", "approves")


class RemitInline(admin.StackedInline):
    """Left with every box ticked, no remit is made: nothing is limited."""

    model = Remit
    form = RemitForm
    extra = 1
    max_num = 1
    verbose_name_plural = _("Languages")


class RoleFilter(admin.RelatedFieldListFilter):
    def field_choices(self, field, request, model_admin):
        found = super().field_choices(field, request, model_admin)
        return [(pk, role_name(name)) for pk, name in found]


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_filter = ("is_staff", "is_superuser", "is_active", ("groups", RoleFilter))
    list_display = ("username", "full_name", "roles", "languages", "is_active", "last_login")
    inlines = (RemitInline,)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("remit").prefetch_related("groups")

    @admin.display(description=_("Full name"), ordering="last_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("Roles"))
    def roles(self, user):
        return ", ".join(role_name(group.name) for group in user.groups.all()) or "–"

    @admin.display(description=_("Writes in · approves"))
    def languages(self, user):
        remit = getattr(user, "remit", None)
        return f"{', '.join(remit.edits) or '–'} · {', '.join(remit.approves) or '–'}" if remit else _("all")

    def get_inlines(self, request, obj):
        return self.inlines if obj else ()

    def get_fieldsets(self, request, obj=None):
        """Whoever is no superuser makes none, and gives what roles give, nothing single."""
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (title, {**terms, "fields": [name for name in terms["fields"] if name not in ONLY_SUPERUSERS_GIVE]})
            for title, terms in fieldsets
        ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        field = super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **kwargs)
        field.label_from_instance = lambda group: role_name(group.name)
        return field

    def save_model(self, request, obj, form, change):
        """An account that is made here is one of the desk."""
        obj.is_staff = obj.is_staff or not change
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_touch(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_touch(request.user, obj)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Groups by the names that the interface has for roles; those of roles stay what the desk asks for."""

    list_display = ("role",)
    readonly_fields = ("role", "granted")

    @admin.display(description=_("Role"), ordering="name")
    def role(self, group):
        return role_name(group.name)

    @admin.display(description=_("What it may do"))
    def granted(self, group):
        """In words, of which the permissions themselves have English ones alone."""
        return format_html('<a href="{}">{}</a>', reverse("admin:may"), _("Who may do what"))

    def get_fields(self, request, obj=None):
        name = "role" if obj and obj.name in ROLES else "name"
        return (name, "permissions" if self.has_change_permission(request, obj) else "granted")

    def render_change_form(self, request, context, *args, **kwargs):
        if group := context.get("original"):
            context["subtitle"] = role_name(group.name)
        return super().render_change_form(request, context, *args, **kwargs)


def may_touch(by: User, account: User | None) -> bool:
    return account is None or by.is_superuser or not account.is_superuser


class TakenAwayAdmin(admin.ModelAdmin):
    """Rows that the site makes; somebody may look at them and take them away."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Authenticator)
class SecondFactorAdmin(TakenAwayAdmin):
    """Taking a lost one away lets its owner set up another."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    # The secret stays where it is.
    fields = ("user", "type", "created_at", "last_used_at")


@admin.register(AccessAttempt)
class LockAdmin(TakenAwayAdmin):
    """Wrong passwords of late. Taking a row away lets its owner try again at once."""

    list_display = ("attempt_time", "username", "ip_address", "failures_since_start")
    search_fields = ("username", "ip_address")
    fields = ("attempt_time", "username", "ip_address", "failures_since_start")
