# Written by makemigrations; constraints moved into CreateModel, which halves the time of an empty database.

import django.core.validators
import django.db.models.deletion
import relations.fields
import relations.models.record
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        default=relations.models.record.new_uid, editable=False, max_length=26, unique=True
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="The record's name in imports and exports. It never changes and readers do not see it.",
                        max_length=120,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "article"),
                            ("actor", "actor"),
                            ("event", "event"),
                            ("agreement", "agreement"),
                            ("dossier", "dossier"),
                            ("place", "place"),
                            ("topic", "topic"),
                            ("post", "post"),
                            ("series", "series"),
                            ("indicator", "indicator"),
                            ("source", "source"),
                            ("author", "author"),
                            ("capacity", "capacity"),
                            ("picture", "picture"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        choices=[("en", "English"), ("fr", "Français"), ("ar", "العربية"), ("az", "Azərbaycanca")],
                        default="en",
                        max_length=2,
                        verbose_name="original language",
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("modified_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "modified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "key"),
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="record_kind_key_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "article",
                                    "actor",
                                    "event",
                                    "agreement",
                                    "dossier",
                                    "place",
                                    "topic",
                                    "post",
                                    "series",
                                    "indicator",
                                    "source",
                                    "author",
                                    "capacity",
                                    "picture",
                                ],
                            )
                        ),
                        name="record_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actor",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_actor",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("person", "person"),
                            ("country", "country"),
                            ("institution", "institution"),
                            ("multilateral_organisation", "multilateral organisation"),
                            ("joint_body", "joint body"),
                            ("company", "company"),
                            ("media", "media"),
                            ("group", "group"),
                        ],
                        max_length=30,
                        verbose_name="type",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=250, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=120, verbose_name="short name")),
                ("short_name_en", models.CharField(blank=True, max_length=120, null=True, verbose_name="short name")),
                ("short_name_fr", models.CharField(blank=True, max_length=120, null=True, verbose_name="short name")),
                ("short_name_ar", models.CharField(blank=True, max_length=120, null=True, verbose_name="short name")),
                ("short_name_az", models.CharField(blank=True, max_length=120, null=True, verbose_name="short name")),
                ("summary", models.CharField(blank=True, max_length=500, verbose_name="summary")),
                ("summary_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="summary")),
                ("summary_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="summary")),
                ("summary_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="summary")),
                ("summary_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="summary")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("description_en", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_fr", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_ar", models.TextField(blank=True, null=True, verbose_name="description")),
                ("description_az", models.TextField(blank=True, null=True, verbose_name="description")),
                ("founded", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="founded")),
                ("dissolved", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="dissolved")),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("f", "female"), ("m", "male")],
                        help_text="Picks the form of a person's title.",
                        max_length=1,
                        verbose_name="gender",
                    ),
                ),
                ("sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
                ("iso2", models.CharField(blank=True, max_length=2, verbose_name="ISO 3166-1 alpha-2")),
                ("iso3", models.CharField(blank=True, max_length=3, verbose_name="ISO 3166-1 alpha-3")),
                ("m49", models.CharField(blank=True, max_length=3, verbose_name="UN M49")),
                ("founded_lower", relations.fields.FuzzyBoundField(of="founded", part="lower")),
                ("founded_upper", relations.fields.FuzzyBoundField(of="founded", part="upper")),
                ("founded_precision", relations.fields.FuzzyCodeField(of="founded", part="precision")),
                ("founded_doubt", relations.fields.FuzzyCodeField(of="founded", part="doubt")),
                ("dissolved_lower", relations.fields.FuzzyBoundField(of="dissolved", part="lower")),
                ("dissolved_upper", relations.fields.FuzzyBoundField(of="dissolved", part="upper")),
                ("dissolved_precision", relations.fields.FuzzyCodeField(of="dissolved", part="precision")),
                ("dissolved_doubt", relations.fields.FuzzyCodeField(of="dissolved", part="doubt")),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nationals",
                        to="relations.actor",
                        verbose_name="country",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="relations.actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "actor",
                "verbose_name_plural": "actors",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "person",
                                    "country",
                                    "institution",
                                    "multilateral_organisation",
                                    "joint_body",
                                    "company",
                                    "media",
                                    "group",
                                ],
                            )
                        ),
                        name="actor_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("iso2", ""), ("iso3", "")), ("type", "country"), _connector="OR"),
                        name="actor_iso_codes_only_on_countries",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gender", ""), ("type", "person"), _connector="OR"),
                        name="actor_gender_only_on_persons",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("iso2", ""), _negated=True), fields=("iso2",), name="actor_iso2_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("iso3", ""), _negated=True), fields=("iso3",), name="actor_iso3_unique"
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_agreement",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("treaty", "treaty"),
                            ("convention", "convention"),
                            ("agreement", "agreement"),
                            ("protocol", "protocol"),
                            ("memorandum_of_understanding", "memorandum of understanding"),
                            ("exchange_of_notes", "exchange of notes"),
                            ("declaration", "declaration"),
                            ("joint_statement", "joint statement"),
                            ("communique", "communiqué"),
                            ("roadmap", "roadmap"),
                            ("action_plan", "action plan"),
                            ("executive_programme", "executive programme"),
                            ("contract", "contract"),
                            ("minutes", "minutes"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="type",
                    ),
                ),
                (
                    "binding",
                    models.CharField(
                        choices=[
                            ("binding", "legally binding"),
                            ("political", "political commitment"),
                            ("unknown", "not known"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="binding force",
                    ),
                ),
                ("official_title", models.CharField(blank=True, max_length=500, verbose_name="official title")),
                (
                    "official_title_en",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="official title"),
                ),
                (
                    "official_title_fr",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="official title"),
                ),
                (
                    "official_title_ar",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="official title"),
                ),
                (
                    "official_title_az",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="official title"),
                ),
                ("descriptive_title", models.CharField(blank=True, max_length=300, verbose_name="descriptive title")),
                (
                    "descriptive_title_en",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="descriptive title"),
                ),
                (
                    "descriptive_title_fr",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="descriptive title"),
                ),
                (
                    "descriptive_title_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="descriptive title"),
                ),
                (
                    "descriptive_title_az",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="descriptive title"),
                ),
                ("subject", models.TextField(blank=True, verbose_name="subject")),
                ("subject_en", models.TextField(blank=True, null=True, verbose_name="subject")),
                ("subject_fr", models.TextField(blank=True, null=True, verbose_name="subject")),
                ("subject_ar", models.TextField(blank=True, null=True, verbose_name="subject")),
                ("subject_az", models.TextField(blank=True, null=True, verbose_name="subject")),
                ("authentic_languages", models.JSONField(blank=True, default=list, verbose_name="authentic languages")),
                ("registration", models.CharField(blank=True, max_length=60, verbose_name="registration")),
                (
                    "duration_years",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="duration in years"),
                ),
                ("tacit_renewal", models.BooleanField(blank=True, null=True, verbose_name="tacit renewal")),
                ("text_url", models.URLField(blank=True, verbose_name="address of the text")),
                (
                    "creates",
                    models.ManyToManyField(blank=True, related_name="created_by_agreements", to="relations.actor"),
                ),
                (
                    "depositary",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deposits",
                        to="relations.actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "treaty",
                                    "convention",
                                    "agreement",
                                    "protocol",
                                    "memorandum_of_understanding",
                                    "exchange_of_notes",
                                    "declaration",
                                    "joint_statement",
                                    "communique",
                                    "roadmap",
                                    "action_plan",
                                    "executive_programme",
                                    "contract",
                                    "minutes",
                                    "other",
                                ],
                            )
                        ),
                        name="agreement_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("binding__in", ["binding", "political", "unknown"])),
                        name="agreement_binding_known",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Capacity",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_capacity",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("special_envoy", "special envoy"),
                            ("personal_representative", "personal representative"),
                            ("acting", "acting"),
                            ("chair_in_office", "chair-in-office"),
                            ("on_behalf_of", "on behalf of"),
                            ("head_of_delegation", "head of delegation"),
                        ],
                        max_length=30,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=250, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_f", models.CharField(blank=True, max_length=250, verbose_name="feminine title")),
                ("title_f_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
            ],
            options={
                "verbose_name": "capacity",
                "verbose_name_plural": "capacities",
                "ordering": ("key",),
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_indicator",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_ar", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_az", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                (
                    "unit_kind",
                    models.CharField(
                        choices=[
                            ("money", "money"),
                            ("count", "count"),
                            ("mass", "mass"),
                            ("volume", "volume"),
                            ("share", "share"),
                            ("duration", "duration"),
                        ],
                        max_length=10,
                        verbose_name="kind of unit",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[("value", "value"), ("volume", "volume"), ("count", "count"), ("rank", "rank")],
                        max_length=10,
                        verbose_name="measure",
                    ),
                ),
                (
                    "flow",
                    models.CharField(
                        choices=[
                            ("import", "imports"),
                            ("export", "exports"),
                            ("turnover", "turnover"),
                            ("stock", "stock"),
                            ("none", "none"),
                        ],
                        default="none",
                        max_length=10,
                        verbose_name="flow",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ("key",),
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_post",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("head_of_state", "head of state"),
                            ("head_of_government", "head of government"),
                            ("foreign_minister", "foreign minister"),
                            ("minister", "minister"),
                            ("deputy_minister", "deputy minister"),
                            ("secretary_general", "secretary general"),
                            ("ambassador", "ambassador"),
                            ("consul", "consul"),
                            ("permanent_representative", "permanent representative"),
                            ("speaker", "speaker of parliament"),
                            ("chief_justice", "head of the supreme court"),
                            ("chair", "chair"),
                            ("chief_executive", "chief executive"),
                            ("spokesperson", "spokesperson"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("charge", "chargé d'affaires"),
                            ("minister", "minister"),
                            ("ambassador", "ambassador"),
                        ],
                        max_length=12,
                        verbose_name="level",
                    ),
                ),
                ("single_holder", models.BooleanField(default=True, verbose_name="one holder at a time")),
                ("inception", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="created")),
                ("dissolved", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="abolished")),
                ("inception_lower", relations.fields.FuzzyBoundField(of="inception", part="lower")),
                ("inception_upper", relations.fields.FuzzyBoundField(of="inception", part="upper")),
                ("inception_precision", relations.fields.FuzzyCodeField(of="inception", part="precision")),
                ("inception_doubt", relations.fields.FuzzyCodeField(of="inception", part="doubt")),
                ("dissolved_lower", relations.fields.FuzzyBoundField(of="dissolved", part="lower")),
                ("dissolved_upper", relations.fields.FuzzyBoundField(of="dissolved", part="upper")),
                ("dissolved_precision", relations.fields.FuzzyCodeField(of="dissolved", part="precision")),
                ("dissolved_doubt", relations.fields.FuzzyCodeField(of="dissolved", part="doubt")),
            ],
            options={
                "verbose_name": "post",
                "verbose_name_plural": "posts",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "head_of_state",
                                    "head_of_government",
                                    "foreign_minister",
                                    "minister",
                                    "deputy_minister",
                                    "secretary_general",
                                    "ambassador",
                                    "consul",
                                    "permanent_representative",
                                    "speaker",
                                    "chief_justice",
                                    "chair",
                                    "chief_executive",
                                    "spokesperson",
                                    "other",
                                ],
                            )
                        ),
                        name="post_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level", ""), ("role", "ambassador"), _connector="OR"),
                        name="post_level_only_on_ambassadors",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("field", models.CharField(default="statement", max_length=40, verbose_name="field")),
                ("value", models.JSONField(blank=True, null=True, verbose_name="value as given")),
                ("date", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="date claimed")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 is Monday, 7 is Sunday.", null=True, verbose_name="weekday as given"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="in plain words")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="in plain words")),
                ("text_fr", models.TextField(blank=True, null=True, verbose_name="in plain words")),
                ("text_ar", models.TextField(blank=True, null=True, verbose_name="in plain words")),
                ("text_az", models.TextField(blank=True, null=True, verbose_name="in plain words")),
                (
                    "rank",
                    models.CharField(
                        choices=[("preferred", "preferred"), ("normal", "normal"), ("deprecated", "deprecated")],
                        default="normal",
                        max_length=10,
                        verbose_name="rank",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("stated", "stated by the source"),
                            ("resolved", "resolved by the desk"),
                            ("inferred", "inferred"),
                            ("derived", "derived from other facts"),
                            ("external", "from outside the first sources"),
                            ("editorial", "editorial"),
                        ],
                        default="stated",
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[
                            ("asserted", "asserted"),
                            ("intention", "intention"),
                            ("expectation", "expectation"),
                            ("denial", "denial"),
                        ],
                        default="asserted",
                        max_length=12,
                        verbose_name="modality",
                    ),
                ),
                (
                    "attribution_kind",
                    models.CharField(
                        choices=[
                            ("named", "named"),
                            ("institutional", "institutional"),
                            ("anonymous", "anonymous"),
                            ("publisher", "the publisher itself"),
                        ],
                        default="publisher",
                        max_length=14,
                        verbose_name="attribution",
                    ),
                ),
                ("attribution_text", models.CharField(blank=True, max_length=250, verbose_name="attributed in words")),
                (
                    "attribution_text_en",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="attributed in words"),
                ),
                (
                    "attribution_text_fr",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="attributed in words"),
                ),
                (
                    "attribution_text_ar",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="attributed in words"),
                ),
                (
                    "attribution_text_az",
                    models.CharField(blank=True, max_length=250, null=True, verbose_name="attributed in words"),
                ),
                ("date_lower", relations.fields.FuzzyBoundField(of="date", part="lower")),
                ("date_upper", relations.fields.FuzzyBoundField(of="date", part="upper")),
                ("date_precision", relations.fields.FuzzyCodeField(of="date", part="precision")),
                ("date_doubt", relations.fields.FuzzyCodeField(of="date", part="doubt")),
                ("about", models.ManyToManyField(blank=True, related_name="claims_about", to="relations.record")),
                (
                    "attributed_to",
                    models.ManyToManyField(blank=True, related_name="claims_made", to="relations.record"),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="relations.record"
                    ),
                ),
            ],
            options={
                "ordering": ("record", "field", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rank__in", ["preferred", "normal", "deprecated"])), name="claim_rank_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("basis__in", ["stated", "resolved", "inferred", "derived", "external", "editorial"])
                        ),
                        name="claim_basis_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("modality__in", ["asserted", "intention", "expectation", "denial"])),
                        name="claim_modality_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday", None), ("weekday__range", (1, 7)), _connector="OR"),
                        name="claim_weekday_1_to_7",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rank", "preferred")),
                        fields=("record", "field"),
                        name="claim_one_preferred_per_field",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("text", models.TextField(verbose_name="words")),
                ("lang", models.CharField(max_length=8, verbose_name="language")),
                ("is_translation", models.BooleanField(blank=True, null=True, verbose_name="translated by the source")),
                ("anonymous", models.BooleanField(default=False, verbose_name="anonymous")),
                ("about", models.ManyToManyField(blank=True, related_name="quotes_about", to="relations.record")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="quotes", to="relations.record"
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="relations.actor",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="relations.post",
                    ),
                ),
            ],
            options={
                "ordering": ("record", "key"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("speaker__isnull", False), ("anonymous", True), _connector="OR"),
                        name="quote_speaker_or_anonymous",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("full", "full member"),
                            ("associate", "associate member"),
                            ("observer", "observer"),
                            ("participant", "participant"),
                            ("dialogue_partner", "dialogue partner"),
                            ("candidate", "candidate"),
                            ("suspended", "suspended"),
                            ("former", "former member"),
                            ("implied", "membership implied"),
                            ("unspecified", "status not specified"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("start", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="start")),
                ("end", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="end")),
                ("role", models.CharField(blank=True, max_length=250, verbose_name="role")),
                ("role_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="role")),
                ("role_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="role")),
                ("role_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="role")),
                ("role_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="role")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("note_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("start_lower", relations.fields.FuzzyBoundField(of="start", part="lower")),
                ("start_upper", relations.fields.FuzzyBoundField(of="start", part="upper")),
                ("start_precision", relations.fields.FuzzyCodeField(of="start", part="precision")),
                ("start_doubt", relations.fields.FuzzyCodeField(of="start", part="doubt")),
                ("end_lower", relations.fields.FuzzyBoundField(of="end", part="lower")),
                ("end_upper", relations.fields.FuzzyBoundField(of="end", part="upper")),
                ("end_precision", relations.fields.FuzzyCodeField(of="end", part="precision")),
                ("end_doubt", relations.fields.FuzzyCodeField(of="end", part="doubt")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="relations.actor"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="relations.actor"
                    ),
                ),
            ],
            options={
                "ordering": ("organisation", "start_lower", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "full",
                                    "associate",
                                    "observer",
                                    "participant",
                                    "dialogue_partner",
                                    "candidate",
                                    "suspended",
                                    "former",
                                    "implied",
                                    "unspecified",
                                ],
                            )
                        ),
                        name="membership_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("member", models.F("organisation")), _negated=True),
                        name="membership_of_another",
                    ),
                    models.UniqueConstraint(
                        fields=("member", "organisation", "status", "start"), name="membership_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("start", None)),
                        fields=("member", "organisation", "status"),
                        name="membership_undated_unique",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("scheme", models.SlugField(max_length=30, verbose_name="scheme")),
                ("value", models.CharField(max_length=120, verbose_name="value")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="identifiers", to="relations.actor"
                    ),
                ),
            ],
            options={
                "ordering": ("scheme", "value"),
                "constraints": [models.UniqueConstraint(fields=("scheme", "value"), name="identifier_unique")],
            },
        ),
        migrations.CreateModel(
            name="ActorName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("lang", models.CharField(max_length=8, verbose_name="language")),
                ("form", models.CharField(max_length=250, verbose_name="form")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("full", "full name"),
                            ("surname", "surname"),
                            ("official", "official name"),
                            ("short", "short name"),
                            ("alias", "alias"),
                            ("acronym", "acronym"),
                            ("variant", "variant spelling"),
                            ("misprint", "misprint"),
                            ("former", "former name"),
                            ("demonym", "demonym"),
                            ("feminine_demonym", "feminine demonym"),
                        ],
                        default="full",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("valid", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="valid")),
                (
                    "match",
                    models.CharField(
                        choices=[("always", "always"), ("after_full_name", "after the full name"), ("never", "never")],
                        default="always",
                        max_length=16,
                        verbose_name="match in texts",
                    ),
                ),
                ("valid_lower", relations.fields.FuzzyBoundField(of="valid", part="lower")),
                ("valid_upper", relations.fields.FuzzyBoundField(of="valid", part="upper")),
                ("valid_precision", relations.fields.FuzzyCodeField(of="valid", part="precision")),
                ("valid_doubt", relations.fields.FuzzyCodeField(of="valid", part="doubt")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="relations.actor"
                    ),
                ),
            ],
            options={
                "ordering": ("actor", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("actor", "lang", "form", "kind"), name="actor_name_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "full",
                                    "surname",
                                    "official",
                                    "short",
                                    "alias",
                                    "acronym",
                                    "variant",
                                    "misprint",
                                    "former",
                                    "demonym",
                                    "feminine_demonym",
                                ],
                            )
                        ),
                        name="actor_name_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("organisation", "organisation"),
                            ("institution", "institution"),
                            ("company", "company"),
                        ],
                        default="state",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_parties",
                        to="relations.actor",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="relations.agreement"
                    ),
                ),
            ],
            options={
                "ordering": ("agreement", "order", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "actor"), name="agreement_party_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["state", "organisation", "institution", "company"])),
                        name="agreement_party_kind_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="actor",
            name="founding_agreement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="founded_bodies",
                to="relations.agreement",
            ),
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_dossier",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "pair",
                    models.CharField(
                        help_text="The two alpha-3 codes in alphabetical order: AZE-DZA.",
                        max_length=7,
                        unique=True,
                        verbose_name="pair",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=200, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=200, null=True, verbose_name="title")),
                ("title_az", models.CharField(blank=True, max_length=200, null=True, verbose_name="title")),
                ("intro", models.TextField(blank=True, verbose_name="introduction")),
                ("intro_en", models.TextField(blank=True, null=True, verbose_name="introduction")),
                ("intro_fr", models.TextField(blank=True, null=True, verbose_name="introduction")),
                ("intro_ar", models.TextField(blank=True, null=True, verbose_name="introduction")),
                ("intro_az", models.TextField(blank=True, null=True, verbose_name="introduction")),
                ("editor_notes", models.TextField(blank=True, verbose_name="notes for the desk")),
                (
                    "country_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers_a", to="relations.actor"
                    ),
                ),
                (
                    "country_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dossiers_b", to="relations.actor"
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "ordering": ("pair",),
                "constraints": [
                    models.UniqueConstraint(fields=("country_a", "country_b"), name="dossier_pair_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("country_a", models.F("country_b")), _negated=True),
                        name="dossier_two_countries",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("period", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="period")),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("eq", "exactly"),
                            ("lt", "less than"),
                            ("le", "at most"),
                            ("gt", "more than"),
                            ("ge", "at least"),
                            ("approx", "about"),
                            ("between", "between"),
                        ],
                        default="eq",
                        max_length=8,
                        verbose_name="comparator",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=4, max_digits=20, verbose_name="value")),
                (
                    "value_high",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="upper value"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("unit", models.CharField(blank=True, max_length=80, verbose_name="unit")),
                ("printed_as", models.CharField(blank=True, max_length=250, verbose_name="as printed")),
                ("as_of", relations.fields.FuzzyDateField(verbose_name="as of")),
                ("method_note", models.CharField(blank=True, max_length=500, verbose_name="note on the figure")),
                (
                    "method_note_en",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the figure"),
                ),
                (
                    "method_note_fr",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the figure"),
                ),
                (
                    "method_note_ar",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the figure"),
                ),
                (
                    "method_note_az",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the figure"),
                ),
                ("period_lower", relations.fields.FuzzyBoundField(of="period", part="lower")),
                ("period_upper", relations.fields.FuzzyBoundField(of="period", part="upper")),
                ("period_precision", relations.fields.FuzzyCodeField(of="period", part="precision")),
                ("period_doubt", relations.fields.FuzzyCodeField(of="period", part="doubt")),
                ("as_of_lower", relations.fields.FuzzyBoundField(of="as_of", part="lower")),
                ("as_of_upper", relations.fields.FuzzyBoundField(of="as_of", part="upper")),
                ("as_of_precision", relations.fields.FuzzyCodeField(of="as_of", part="precision")),
                ("as_of_doubt", relations.fields.FuzzyCodeField(of="as_of", part="doubt")),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_on",
                        to="relations.actor",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reported", to="relations.actor"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="observations", to="relations.dossier"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="relations.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ("dossier", "indicator", "as_of_lower", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("comparator__in", ["eq", "lt", "le", "gt", "ge", "approx", "between"])),
                        name="observation_comparator_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("comparator", "between"),
                                ("value_high__gt", models.F("value")),
                                ("value_high__isnull", False),
                            ),
                            models.Q(models.Q(("comparator", "between"), _negated=True), ("value_high", None)),
                            _connector="OR",
                        ),
                        name="observation_upper_value_only_between",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_picture",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "file",
                    models.ImageField(
                        height_field="height", upload_to="pictures/", verbose_name="file", width_field="width"
                    ),
                ),
                ("width", models.PositiveIntegerField(default=0, editable=False)),
                ("height", models.PositiveIntegerField(default=0, editable=False)),
                ("alt", models.CharField(blank=True, max_length=500, verbose_name="alternative text")),
                ("alt_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="alternative text")),
                ("alt_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="alternative text")),
                ("alt_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="alternative text")),
                ("alt_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="alternative text")),
                ("caption", models.CharField(blank=True, max_length=500, verbose_name="caption")),
                ("caption_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("credit", models.CharField(blank=True, max_length=200, verbose_name="credit")),
                ("rights", models.CharField(blank=True, max_length=250, verbose_name="rights")),
                ("rights_until", models.DateField(blank=True, null=True, verbose_name="rights end on")),
                (
                    "focal_x",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the left",
                    ),
                ),
                (
                    "focal_y",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the top",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("focal_x__range", (0, 1)), ("focal_y__range", (0, 1))),
                        name="picture_focal_point_inside",
                    )
                ],
            },
            bases=("relations.record",),
        ),
        migrations.AddField(
            model_name="actor",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="portraits",
                to="relations.picture",
            ),
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_place",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[("country", "country"), ("region", "region"), ("city", "city"), ("venue", "venue")],
                        max_length=10,
                        verbose_name="type",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_ar", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("name_az", models.CharField(blank=True, max_length=200, null=True, verbose_name="name")),
                ("m49", models.CharField(blank=True, max_length=3, verbose_name="UN M49")),
                ("geonames", models.CharField(blank=True, max_length=12, verbose_name="GeoNames")),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="latitude"),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="longitude"
                    ),
                ),
                ("sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="relations.actor",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="relations.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["country", "region", "city", "venue"])),
                        name="place_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude", None), ("longitude", None)),
                            models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                            _connector="OR",
                        ),
                        name="place_coordinates_both_or_neither",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_event",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("visit", "visit"),
                            ("talks", "talks"),
                            ("audience", "audience"),
                            ("phone_call", "phone call"),
                            ("consultation_round", "consultation round"),
                            ("committee_session", "committee session"),
                            ("summit", "summit"),
                            ("conference", "conference"),
                            ("signing", "signing"),
                            ("ratification", "ratification"),
                            ("press_conference", "press conference"),
                            ("statement", "statement"),
                            ("ceremony", "ceremony"),
                            ("exhibition", "exhibition"),
                            ("cultural_programme", "cultural programme"),
                            ("message", "message"),
                            ("crisis", "crisis"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                (
                    "visit_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state_visit", "state visit"),
                            ("official_visit", "official visit"),
                            ("working_visit", "working visit"),
                            ("private_visit", "private visit"),
                            ("transit", "transit"),
                            ("technical_visit", "technical visit"),
                        ],
                        max_length=20,
                        verbose_name="kind of visit",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=250, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("summary_en", models.TextField(blank=True, null=True, verbose_name="summary")),
                ("summary_fr", models.TextField(blank=True, null=True, verbose_name="summary")),
                ("summary_ar", models.TextField(blank=True, null=True, verbose_name="summary")),
                ("summary_az", models.TextField(blank=True, null=True, verbose_name="summary")),
                ("date", relations.fields.FuzzyDateField(verbose_name="date")),
                ("date_note", models.CharField(blank=True, max_length=500, verbose_name="note on the date")),
                (
                    "date_note_en",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the date"),
                ),
                (
                    "date_note_fr",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the date"),
                ),
                (
                    "date_note_ar",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the date"),
                ),
                (
                    "date_note_az",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="note on the date"),
                ),
                ("duration_days", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="days")),
                (
                    "bounds_start",
                    relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="possible first days"),
                ),
                (
                    "bounds_end",
                    relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="possible last days"),
                ),
                (
                    "occurrence",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("confirmed", "confirmed"),
                            ("held", "held"),
                            ("cancelled", "cancelled"),
                            ("postponed", "postponed"),
                            ("unconfirmed", "unconfirmed"),
                        ],
                        default="held",
                        max_length=12,
                        verbose_name="occurrence",
                    ),
                ),
                ("occurrence_as_of", models.DateField(blank=True, null=True, verbose_name="as known on")),
                ("ordinal", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order within the day")),
                (
                    "format",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "in person"),
                            ("phone", "by phone"),
                            ("video", "by video"),
                            ("hybrid", "hybrid"),
                            ("written", "in writing"),
                        ],
                        max_length=10,
                        verbose_name="format",
                    ),
                ),
                ("collective", models.BooleanField(default=False, verbose_name="several visitors told as one")),
                ("sensitive", models.BooleanField(default=False, verbose_name="sensitive")),
                ("date_lower", relations.fields.FuzzyBoundField(of="date", part="lower")),
                ("date_upper", relations.fields.FuzzyBoundField(of="date", part="upper")),
                ("date_precision", relations.fields.FuzzyCodeField(of="date", part="precision")),
                ("date_doubt", relations.fields.FuzzyCodeField(of="date", part="doubt")),
                ("bounds_start_lower", relations.fields.FuzzyBoundField(of="bounds_start", part="lower")),
                ("bounds_start_upper", relations.fields.FuzzyBoundField(of="bounds_start", part="upper")),
                ("bounds_start_precision", relations.fields.FuzzyCodeField(of="bounds_start", part="precision")),
                ("bounds_start_doubt", relations.fields.FuzzyCodeField(of="bounds_start", part="doubt")),
                ("bounds_end_lower", relations.fields.FuzzyBoundField(of="bounds_end", part="lower")),
                ("bounds_end_upper", relations.fields.FuzzyBoundField(of="bounds_end", part="upper")),
                ("bounds_end_precision", relations.fields.FuzzyCodeField(of="bounds_end", part="precision")),
                ("bounds_end_doubt", relations.fields.FuzzyCodeField(of="bounds_end", part="doubt")),
                (
                    "host_country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted",
                        to="relations.actor",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sub_events",
                        to="relations.event",
                    ),
                ),
                (
                    "rescheduled_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rescheduled_to",
                        to="relations.event",
                    ),
                ),
                (
                    "visiting_country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visited",
                        to="relations.actor",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="relations.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ("date_lower", "date_upper", "order", "key"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "visit",
                                    "talks",
                                    "audience",
                                    "phone_call",
                                    "consultation_round",
                                    "committee_session",
                                    "summit",
                                    "conference",
                                    "signing",
                                    "ratification",
                                    "press_conference",
                                    "statement",
                                    "ceremony",
                                    "exhibition",
                                    "cultural_programme",
                                    "message",
                                    "crisis",
                                    "other",
                                ],
                            )
                        ),
                        name="event_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "occurrence__in",
                                ["planned", "confirmed", "held", "cancelled", "postponed", "unconfirmed"],
                            )
                        ),
                        name="event_occurrence_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("visit_type", ""), ("type", "visit"), _connector="OR"),
                        name="event_visit_type_only_on_visits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("occurrence", "held"), ("occurrence_as_of__isnull", False), _connector="OR"
                        ),
                        name="event_not_held_says_as_of",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="AgreementAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("under_negotiation", "under negotiation"),
                            ("initialled", "initialled"),
                            ("signed", "signed"),
                            ("provisionally_applied", "provisionally applied"),
                            ("approved", "approved"),
                            ("ratified", "ratified"),
                            ("accepted", "accepted"),
                            ("acceded", "acceded"),
                            ("instruments_exchanged", "instruments exchanged"),
                            ("notified", "notified"),
                            ("in_force", "in force"),
                            ("registered", "registered"),
                            ("amended", "amended"),
                            ("suspended", "suspended"),
                            ("denounced", "denounced"),
                            ("terminated", "terminated"),
                            ("expired", "expired"),
                            ("superseded", "superseded"),
                        ],
                        max_length=24,
                        verbose_name="stage",
                    ),
                ),
                ("date", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="date")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("note_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("date_lower", relations.fields.FuzzyBoundField(of="date", part="lower")),
                ("date_upper", relations.fields.FuzzyBoundField(of="date", part="upper")),
                ("date_precision", relations.fields.FuzzyCodeField(of="date", part="precision")),
                ("date_doubt", relations.fields.FuzzyCodeField(of="date", part="doubt")),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="relations.actor",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="acts", to="relations.agreement"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="relations.event",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="relations.place",
                    ),
                ),
            ],
            options={
                "ordering": ("agreement", "date_lower", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    "proposed",
                                    "under_negotiation",
                                    "initialled",
                                    "signed",
                                    "provisionally_applied",
                                    "approved",
                                    "ratified",
                                    "accepted",
                                    "acceded",
                                    "instruments_exchanged",
                                    "notified",
                                    "in_force",
                                    "registered",
                                    "amended",
                                    "suspended",
                                    "denounced",
                                    "terminated",
                                    "expired",
                                    "superseded",
                                ],
                            )
                        ),
                        name="agreement_act_stage_known",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "stage", "party", "date"), name="agreement_act_unique"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="actor",
            name="seat",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seated",
                to="relations.place",
            ),
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("start", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="start")),
                ("end", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="end")),
                (
                    "start_cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("elected", "elected"),
                            ("appointed", "appointed"),
                            ("confirmed", "confirmed"),
                            ("resigned", "resigned"),
                            ("dismissed", "dismissed"),
                            ("reshuffle", "reshuffle"),
                            ("term_ended", "end of term"),
                            ("died", "died in office"),
                        ],
                        max_length=12,
                        verbose_name="began by",
                    ),
                ),
                (
                    "end_cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("elected", "elected"),
                            ("appointed", "appointed"),
                            ("confirmed", "confirmed"),
                            ("resigned", "resigned"),
                            ("dismissed", "dismissed"),
                            ("reshuffle", "reshuffle"),
                            ("term_ended", "end of term"),
                            ("died", "died in office"),
                        ],
                        max_length=12,
                        verbose_name="ended by",
                    ),
                ),
                ("acting", models.BooleanField(default=False, verbose_name="acting")),
                ("start_lower", relations.fields.FuzzyBoundField(of="start", part="lower")),
                ("start_upper", relations.fields.FuzzyBoundField(of="start", part="upper")),
                ("start_precision", relations.fields.FuzzyCodeField(of="start", part="precision")),
                ("start_doubt", relations.fields.FuzzyCodeField(of="start", part="doubt")),
                ("end_lower", relations.fields.FuzzyBoundField(of="end", part="lower")),
                ("end_upper", relations.fields.FuzzyBoundField(of="end", part="upper")),
                ("end_precision", relations.fields.FuzzyCodeField(of="end", part="precision")),
                ("end_doubt", relations.fields.FuzzyCodeField(of="end", part="doubt")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tenures", to="relations.actor"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="relations.post"
                    ),
                ),
            ],
            options={
                "ordering": ("post", "start_lower", "id"),
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="relations.agreementact",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="relations.actor",
                    ),
                ),
                (
                    "side",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signed_for", to="relations.actor"
                    ),
                ),
                (
                    "capacity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="relations.capacity",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="relations.post",
                    ),
                ),
            ],
            options={
                "ordering": ("act", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person__isnull", False), ("post__isnull", False), _connector="OR"),
                        name="signature_names_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PostTitle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=250, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_f", models.CharField(blank=True, max_length=250, verbose_name="feminine title")),
                ("title_f_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("title_f_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="feminine title")),
                ("abbreviation", models.CharField(blank=True, max_length=60, verbose_name="abbreviation")),
                (
                    "abbreviation_en",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="abbreviation"),
                ),
                (
                    "abbreviation_fr",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="abbreviation"),
                ),
                (
                    "abbreviation_ar",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="abbreviation"),
                ),
                (
                    "abbreviation_az",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="abbreviation"),
                ),
                ("valid", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="valid")),
                ("valid_lower", relations.fields.FuzzyBoundField(of="valid", part="lower")),
                ("valid_upper", relations.fields.FuzzyBoundField(of="valid", part="upper")),
                ("valid_precision", relations.fields.FuzzyCodeField(of="valid", part="precision")),
                ("valid_doubt", relations.fields.FuzzyCodeField(of="valid", part="doubt")),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="titles", to="relations.post"
                    ),
                ),
            ],
            options={
                "ordering": ("post", "valid_lower", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("post", "valid"), name="post_title_unique"),
                    models.UniqueConstraint(
                        condition=models.Q(("valid", None)), fields=("post",), name="post_title_undated_unique"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="post",
            name="accredited_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="missions_received",
                to="relations.actor",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="country",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="state_posts",
                to="relations.actor",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="relations.actor",
            ),
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("visitor", "visitor"),
                            ("host", "host"),
                            ("guest", "guest"),
                            ("lead", "lead"),
                            ("co_chair", "co-chair"),
                            ("participant", "participant"),
                            ("signatory", "signatory"),
                            ("witness", "witness"),
                            ("speaker", "speaker"),
                            ("convener", "convener"),
                            ("mediator", "mediator"),
                            ("observer", "observer"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "holder_gender",
                    models.CharField(
                        blank=True,
                        choices=[("f", "female"), ("m", "male")],
                        max_length=1,
                        verbose_name="holder's gender",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("note_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("note_az", models.CharField(blank=True, max_length=500, null=True, verbose_name="note")),
                ("name_as_printed", models.CharField(blank=True, max_length=250, verbose_name="name as printed")),
                ("printed_lang", models.CharField(blank=True, max_length=8, verbose_name="language of the print")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="relations.actor",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appearances",
                        to="relations.actor",
                    ),
                ),
                (
                    "side",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sided",
                        to="relations.actor",
                    ),
                ),
                (
                    "capacity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="relations.capacity",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="participations", to="relations.event"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appearances",
                        to="relations.post",
                    ),
                ),
            ],
            options={
                "ordering": ("event", "order", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "visitor",
                                    "host",
                                    "guest",
                                    "lead",
                                    "co_chair",
                                    "participant",
                                    "signatory",
                                    "witness",
                                    "speaker",
                                    "convener",
                                    "mediator",
                                    "observer",
                                ],
                            )
                        ),
                        name="participation_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person__isnull", False),
                            ("post__isnull", False),
                            ("actor__isnull", False),
                            _connector="OR",
                        ),
                        name="participation_names_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actor", None), models.Q(("person", None), ("post", None)), _connector="OR"
                        ),
                        name="participation_actor_or_person_and_post",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="capacity",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="capacities",
                to="relations.post",
            ),
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_series",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=250, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("name_az", models.CharField(blank=True, max_length=250, null=True, verbose_name="name")),
                ("meeting_noun", models.CharField(blank=True, max_length=60, verbose_name="what a meeting is called")),
                (
                    "meeting_noun_en",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="what a meeting is called"),
                ),
                (
                    "meeting_noun_fr",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="what a meeting is called"),
                ),
                (
                    "meeting_noun_ar",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="what a meeting is called"),
                ),
                (
                    "meeting_noun_az",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="what a meeting is called"),
                ),
                (
                    "ordinal_scheme",
                    models.CharField(
                        choices=[
                            ("integer", "numbers"),
                            ("roman", "Roman numerals"),
                            ("edition_year", "year of the edition"),
                        ],
                        default="integer",
                        max_length=12,
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series_founded",
                        to="relations.agreement",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series_held",
                        to="relations.actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ("key",),
            },
            bases=("relations.record",),
        ),
        migrations.AddField(
            model_name="event",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="relations.series",
            ),
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_source",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("agency", "news agency"),
                            ("newspaper", "newspaper"),
                            ("official", "official body"),
                            ("broadcaster", "broadcaster"),
                            ("document", "document"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("genre", models.CharField(blank=True, max_length=40, verbose_name="genre")),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                ("lang", models.CharField(max_length=8, verbose_name="language")),
                ("published", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="published")),
                (
                    "published_basis",
                    models.CharField(
                        choices=[("stated", "stated"), ("inferred", "inferred"), ("unknown", "not known")],
                        default="unknown",
                        max_length=8,
                        verbose_name="date known from",
                    ),
                ),
                ("dateline", models.CharField(blank=True, max_length=120, verbose_name="dateline as printed")),
                ("retrieved_at", models.DateTimeField(blank=True, null=True, verbose_name="retrieved at")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("body", models.TextField(blank=True, verbose_name="body")),
                ("rights", models.CharField(blank=True, max_length=250, verbose_name="rights")),
                (
                    "independent_group",
                    models.SlugField(
                        blank=True,
                        help_text="Sources of one group count as one voice.",
                        max_length=60,
                        verbose_name="independence group",
                    ),
                ),
                ("published_lower", relations.fields.FuzzyBoundField(of="published", part="lower")),
                ("published_upper", relations.fields.FuzzyBoundField(of="published", part="upper")),
                ("published_precision", relations.fields.FuzzyCodeField(of="published", part="precision")),
                ("published_doubt", relations.fields.FuzzyCodeField(of="published", part="doubt")),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="relations.actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ("key",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("type__in", ["agency", "newspaper", "official", "broadcaster", "document"])
                        ),
                        name="source_type_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        fields=("sha256",),
                        name="source_sha256_unique",
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("date", "date"),
                            ("name", "name"),
                            ("title", "title"),
                            ("title_over_time", "title over time"),
                            ("status", "status"),
                            ("framing", "framing"),
                            ("extent", "extent"),
                            ("figure", "figure"),
                            ("list", "list"),
                            ("strength", "strength"),
                            ("relationship", "relationship"),
                            ("assessment", "assessment"),
                            ("identity", "identity"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("resolved", "resolved"), ("accepted", "accepted")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("statement", models.TextField(blank=True, verbose_name="what differs")),
                ("statement_en", models.TextField(blank=True, null=True, verbose_name="what differs")),
                ("statement_fr", models.TextField(blank=True, null=True, verbose_name="what differs")),
                ("statement_ar", models.TextField(blank=True, null=True, verbose_name="what differs")),
                ("statement_az", models.TextField(blank=True, null=True, verbose_name="what differs")),
                ("rationale", models.TextField(blank=True, verbose_name="how the desk treats it")),
                ("rationale_en", models.TextField(blank=True, null=True, verbose_name="how the desk treats it")),
                ("rationale_fr", models.TextField(blank=True, null=True, verbose_name="how the desk treats it")),
                ("rationale_ar", models.TextField(blank=True, null=True, verbose_name="how the desk treats it")),
                ("rationale_az", models.TextField(blank=True, null=True, verbose_name="how the desk treats it")),
                ("about", models.ManyToManyField(blank=True, related_name="disputes_about", to="relations.record")),
                ("claims", models.ManyToManyField(blank=True, related_name="disputes", to="relations.claim")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="disputes", to="relations.record"
                    ),
                ),
                (
                    "resolved_claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolves",
                        to="relations.claim",
                    ),
                ),
                ("sources", models.ManyToManyField(blank=True, related_name="disputes_over", to="relations.source")),
            ],
            options={
                "ordering": ("record", "key"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "date",
                                    "name",
                                    "title",
                                    "title_over_time",
                                    "status",
                                    "framing",
                                    "extent",
                                    "figure",
                                    "list",
                                    "strength",
                                    "relationship",
                                    "assessment",
                                    "identity",
                                ],
                            )
                        ),
                        name="dispute_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "resolved", "accepted"])), name="dispute_state_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True, verbose_name="start")),
                ("end", models.PositiveIntegerField(blank=True, null=True, verbose_name="end")),
                ("quote", models.CharField(blank=True, max_length=500, verbose_name="words")),
                ("page", models.CharField(blank=True, max_length=20, verbose_name="page")),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.agreementact",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="relations.record"
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.claim",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.membership",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.observation",
                    ),
                ),
                (
                    "quote_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.quote",
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="relations.tenure",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cited_in", to="relations.source"
                    ),
                ),
            ],
            options={
                "ordering": ("record", "source", "start", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None)),
                            models.Q(("end__isnull", False), ("start__isnull", False), ("start__lt", models.F("end"))),
                            _connector="OR",
                        ),
                        name="citation_start_before_end",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attestation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "key",
                    models.CharField(
                        default=relations.models.record.new_uid,
                        max_length=160,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens, such as “ahmed-attaf”.",
                            )
                        ],
                        verbose_name="key",
                    ),
                ),
                ("on", relations.fields.FuzzyDateField(verbose_name="on")),
                ("on_lower", relations.fields.FuzzyBoundField(of="on", part="lower")),
                ("on_upper", relations.fields.FuzzyBoundField(of="on", part="upper")),
                ("on_precision", relations.fields.FuzzyCodeField(of="on", part="precision")),
                ("on_doubt", relations.fields.FuzzyCodeField(of="on", part="doubt")),
                (
                    "tenure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attestations", to="relations.tenure"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attestations",
                        to="relations.source",
                    ),
                ),
            ],
            options={
                "ordering": ("tenure", "on_lower", "id"),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_topic",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=120, null=True, verbose_name="name")),
                ("name_fr", models.CharField(blank=True, max_length=120, null=True, verbose_name="name")),
                ("name_ar", models.CharField(blank=True, max_length=120, null=True, verbose_name="name")),
                ("name_az", models.CharField(blank=True, max_length=120, null=True, verbose_name="name")),
                ("qcode", models.CharField(blank=True, max_length=30, verbose_name="IPTC code")),
                ("medtop_version", models.CharField(blank=True, max_length=20, verbose_name="IPTC list version")),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narrower",
                        to="relations.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ("key",),
            },
            bases=("relations.record",),
        ),
        migrations.AddField(
            model_name="event",
            name="topics",
            field=models.ManyToManyField(blank=True, related_name="events", to="relations.topic"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="topics",
            field=models.ManyToManyField(blank=True, related_name="agreements", to="relations.topic"),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("founding_agreement", None),
                    ("type__in", ("joint_body", "multilateral_organisation")),
                    _connector="OR",
                ),
                name="actor_founding_agreement_only_on_bodies",
            ),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "type__in",
                        [
                            "special_envoy",
                            "personal_representative",
                            "acting",
                            "chair_in_office",
                            "on_behalf_of",
                            "head_of_delegation",
                        ],
                    )
                ),
                name="capacity_type_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("ordinal", None), ("series__isnull", False), _connector="OR"),
                name="event_ordinal_needs_series",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ordinal__isnull", False)),
                fields=("series", "ordinal"),
                name="event_series_ordinal_unique",
            ),
        ),
    ]
