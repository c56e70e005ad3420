"""Questions about what JSON columns hold, which Django can put to PostgreSQL alone."""

from django.db.models import BooleanField, Func


class _Inside(Func):
    """Two JSON arguments; the SQL of each vendor stands around them and between them."""

    output_field = BooleanField()
    arity = 2
    SQLITE: tuple[str, str, str]
    POSTGRESQL: tuple[str, str, str]

    def as_sqlite(self, compiler, connection, **context):
        return self._written(self.SQLITE, compiler, connection, **context)

    def as_postgresql(self, compiler, connection, **context):
        return self._written(self.POSTGRESQL, compiler, connection, **context)

    def _written(self, parts, compiler, connection, **context):
        before, between, after = parts
        template = f"{before}%(expressions)s{after}"
        return self.as_sql(compiler, connection, template=template, arg_joiner=between, **context)


class HasItem(_Inside):
    """Whether a list holds a number: `HasItem("changed_by", Value(user.pk))`."""

    SQLITE = ("EXISTS (SELECT 1 FROM json_each(", ") item WHERE item.value = ", ")")
    POSTGRESQL = ("(", " @> to_jsonb(", "))")


class LacksKeys(_Inside):
    """Whether an object has a key that another has not: `LacksKeys(source, translation)`."""

    SQLITE = ("EXISTS (SELECT key FROM json_each(", ") EXCEPT SELECT key FROM json_each(", "))")
    POSTGRESQL = ("EXISTS (SELECT jsonb_object_keys(", ") EXCEPT SELECT jsonb_object_keys(", "))")
