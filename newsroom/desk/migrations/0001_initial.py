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
        ("relations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_article",
                        serialize=False,
                        to="relations.record",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("dispatch", "dispatch"),
                            ("report", "report"),
                            ("analysis", "analysis"),
                            ("background", "background"),
                            ("statement", "statement"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("headline", models.CharField(blank=True, max_length=200, verbose_name="headline")),
                ("headline_en", models.CharField(blank=True, max_length=200, null=True, verbose_name="headline")),
                ("headline_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="headline")),
                ("headline_ar", models.CharField(blank=True, max_length=200, null=True, verbose_name="headline")),
                ("headline_az", models.CharField(blank=True, max_length=200, null=True, verbose_name="headline")),
                ("standfirst", models.TextField(blank=True, verbose_name="standfirst")),
                ("standfirst_en", models.TextField(blank=True, null=True, verbose_name="standfirst")),
                ("standfirst_fr", models.TextField(blank=True, null=True, verbose_name="standfirst")),
                ("standfirst_ar", models.TextField(blank=True, null=True, verbose_name="standfirst")),
                ("standfirst_az", models.TextField(blank=True, null=True, verbose_name="standfirst")),
                ("slugline", models.CharField(blank=True, max_length=120, verbose_name="slugline")),
                ("dateline_date", relations.fields.FuzzyDateField(blank=True, null=True, verbose_name="dateline date")),
                ("body", models.TextField(blank=True, verbose_name="body")),
                ("body_en", models.TextField(blank=True, null=True, verbose_name="body")),
                ("body_fr", models.TextField(blank=True, null=True, verbose_name="body")),
                ("body_ar", models.TextField(blank=True, null=True, verbose_name="body")),
                ("body_az", models.TextField(blank=True, null=True, verbose_name="body")),
                ("editor_note", models.TextField(blank=True, verbose_name="editor's note")),
                ("editor_note_en", models.TextField(blank=True, null=True, verbose_name="editor's note")),
                ("editor_note_fr", models.TextField(blank=True, null=True, verbose_name="editor's note")),
                ("editor_note_ar", models.TextField(blank=True, null=True, verbose_name="editor's note")),
                ("editor_note_az", models.TextField(blank=True, null=True, verbose_name="editor's note")),
                (
                    "urgency",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="1 is most urgent, 5 is normal, 9 can wait.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ],
                        verbose_name="urgency",
                    ),
                ),
                ("dateline_date_lower", relations.fields.FuzzyBoundField(of="dateline_date", part="lower")),
                ("dateline_date_upper", relations.fields.FuzzyBoundField(of="dateline_date", part="upper")),
                ("dateline_date_precision", relations.fields.FuzzyCodeField(of="dateline_date", part="precision")),
                ("dateline_date_doubt", relations.fields.FuzzyCodeField(of="dateline_date", part="doubt")),
                ("agreements", models.ManyToManyField(blank=True, related_name="articles", to="relations.agreement")),
                (
                    "countries",
                    models.ManyToManyField(blank=True, related_name="country_articles", to="relations.actor"),
                ),
                (
                    "dateline_place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="datelines",
                        to="relations.place",
                        verbose_name="dateline",
                    ),
                ),
                ("events", models.ManyToManyField(blank=True, related_name="articles", to="relations.event")),
                (
                    "lead_picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="relations.picture",
                    ),
                ),
                ("related", models.ManyToManyField(blank=True, related_name="related_from", to="desk.article")),
                ("topics", models.ManyToManyField(blank=True, related_name="articles", to="relations.topic")),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ("-created_at", "key"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["dispatch", "report", "analysis", "background", "statement"])),
                        name="article_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("urgency__range", (1, 9))), name="article_urgency_1_to_9"
                    ),
                ],
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="ArticleActor",
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
                            ("subject", "subject"),
                            ("mentioned", "mentioned"),
                            ("source", "source"),
                            ("author_of_statement", "author of the statement"),
                        ],
                        default="mentioned",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="article_links", to="relations.actor"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="actor_links", to="desk.article"
                    ),
                ),
            ],
            options={
                "ordering": ("article", "position", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("article", "actor", "role"), name="article_actor_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["subject", "mentioned", "source", "author_of_statement"])),
                        name="article_actor_role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "record_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="as_author",
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
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="byline_author",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ("key",),
            },
            bases=("relations.record",),
        ),
        migrations.CreateModel(
            name="Byline",
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
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bylines", to="desk.article"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bylines", to="desk.author"
                    ),
                ),
            ],
            options={
                "ordering": ("article", "position", "id"),
                "constraints": [models.UniqueConstraint(fields=("article", "author"), name="byline_unique")],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=26)),
                ("record_label", models.CharField(max_length=140)),
                ("language", models.CharField(blank=True, max_length=2)),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("save", "saved"),
                            ("submit", "submitted"),
                            ("send_back", "sent back"),
                            ("approve", "approved"),
                            ("approve_afterwards", "approved afterwards"),
                            ("publish", "published"),
                            ("publish_urgently", "published urgently"),
                            ("correct", "corrected"),
                            ("withdraw", "withdrawn"),
                            ("erase", "erased"),
                            ("cancel", "publication cancelled"),
                            ("spike", "spiked"),
                            ("revive", "revived"),
                            ("check_translation", "translation checked, no change needed"),
                            ("restore", "earlier text restored"),
                        ],
                        max_length=20,
                    ),
                ),
                ("from_stage", models.CharField(blank=True, max_length=10)),
                ("to_stage", models.CharField(blank=True, max_length=10)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("reason", models.TextField(blank=True)),
                ("by_label", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["uid", "language", "-id"], name="decision_by_record")],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=2, verbose_name="language")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                            ("spiked", "spiked"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Made from the title when the text is submitted.",
                        max_length=90,
                        verbose_name="address",
                    ),
                ),
                ("candidate", models.BinaryField(blank=True, null=True)),
                ("digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                ("approved_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("working_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("changed_by", models.JSONField(default=list, editable=False)),
                ("published_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("translated_from", models.CharField(blank=True, max_length=2, verbose_name="translated from")),
                ("text_hashes", models.JSONField(default=dict, editable=False)),
                ("source_hashes", models.JSONField(default=dict, editable=False)),
                ("stale_fields", models.JSONField(default=list, editable=False)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="relations.record"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "version",
                "verbose_name_plural": "versions",
                "ordering": ("record", "language"),
                "permissions": (
                    ("submit_version", "Can submit a text for review"),
                    ("approve_version", "Can approve or send back a text"),
                    ("publish_version", "Can publish, correct, schedule and cancel"),
                    ("publish_urgently", "Can publish before approval, with a reason"),
                    ("withdraw_version", "Can withdraw a record"),
                    ("erase_record", "Can erase a record's words everywhere"),
                ),
                "constraints": [
                    models.UniqueConstraint(fields=("record", "language"), name="version_record_language_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ("en", "fr", "ar", "az"))), name="version_language_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage__in", ["draft", "in_review", "approved", "published", "withdrawn", "spiked"])
                        ),
                        name="version_stage_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("candidate", None), ("digest", "")),
                            models.Q(("candidate__isnull", False), models.Q(("digest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="version_candidate_and_digest_both_or_neither",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage__in", ("in_review", "approved")), _negated=True),
                            ("candidate__isnull", False),
                            _connector="OR",
                        ),
                        name="version_under_review_has_candidate",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                (
                    "moment",
                    models.DateTimeField(
                        blank=True, help_text="Empty: as soon as it is released.", null=True, verbose_name="moment"
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        default="Africa/Algiers",
                        help_text="In which the moment is meant and shown.",
                        max_length=40,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "advance",
                    models.BooleanField(
                        default=False,
                        help_text="Partners with the embargo scope see it before the moment, marked.",
                        verbose_name="advance copy",
                    ),
                ),
                ("released_at", models.DateTimeField(editable=False, null=True, verbose_name="released at")),
                (
                    "versions",
                    models.ManyToManyField(
                        blank=True, related_name="releases", to="desk.version", verbose_name="texts"
                    ),
                ),
            ],
            options={
                "verbose_name": "release",
                "verbose_name_plural": "releases",
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("advance", False), ("moment__isnull", False), _connector="OR"),
                        name="release_advance_has_moment",
                    )
                ],
            },
        ),
    ]
