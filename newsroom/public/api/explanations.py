"""What each type of problem means, when it happens and what to do: the page that its `type` leads to."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from newsroom.public.addresses import API
from newsroom.public.api.problems import body

UID = "01m8m4qnt2tpwh928zm7jnkke9"
ARTICLE = f"{API}/articles/{UID}"


class Explanation(NamedTuple):
    """`instance` and `members` make the example."""

    meaning: Any
    when: Any
    advice: Any
    instance: str = ARTICLE
    members: dict = {}


def example(code: str) -> dict:
    """A body as partners get it."""
    explained = EXPLANATIONS[code]
    return body(code, explained.instance, "8f14e45fceea467a9c2d1b0f4e6a7c35", **explained.members)


EXPLANATIONS = {
    "bad-request": Explanation(
        _("The request itself is broken, before anything in it was looked at."),
        _("An address or a header is malformed, the host is not ours, or there are far too many parameters."),
        _("Compare what you send with the reference. The same request will fail again."),
        f"{API}/articles",
    ),
    "invalid-parameters": Explanation(
        _("At least one parameter is unknown, empty, repeated or has a value that is not understood."),
        _("Nothing is guessed or passed over: a mistyped filter would otherwise return everything."),
        _("Each entry of “errors” names a parameter and says what is wrong with it. Put them all right, then ask again."),
        f"{API}/events",
        {"errors": [{"parameter": "kind", "code": "choice", "detail": "Not one of: visit, talks, summit."}]},
    ),
    "invalid-cursor": Explanation(
        _("The cursor was made for another list, or is damaged."),
        _("A cursor was kept while filters, language or ordering were changed."),
        _("Begin again without a cursor, and follow “next” as it is given."),
        f"{API}/articles",
    ),
    "key-missing": Explanation(
        _("This address answers to partners alone, and the request has no key."),
        _("The header “Authorization” is missing, or does not begin with “Bearer”."),
        _("Send “Authorization: Bearer” and your key. Keys do not belong in addresses, where logs would keep them."),
        f"{API}/me",
        {"scope": "read"},
    ),
    "key-invalid": Explanation(
        _("The key is not one of ours, has been revoked, or may not be used from your network."),
        _("A key is checked even where none is needed, so that a mistyped one is noticed at once."),
        _("Compare the key with the one that you were shown. If it is lost, ask for another one: we cannot show it again."),
        f"{API}/me",
    ),
    "key-expired": Explanation(
        _("The key was good until its day of expiry, which has passed."),
        _("Keys can be given a last day; two can be in use at once, so that one replaces the other without a gap."),
        _("Change to your newer key, or ask for one."),
        f"{API}/me",
    ),
    "forbidden": Explanation(
        _("The server understood the request and will not do it."),
        _("What is asked for is not open to strangers, whatever they send."),
        _("Do not repeat the request. Write to us if you think that it should be allowed."),
        ARTICLE,
    ),
    "scope-missing": Explanation(
        _("The key is good, but was not given the scope that this address needs."),
        _("Bulk downloads, webhooks and embargoed editions each need a scope of their own."),
        _("“/me” lists the scopes of your key. Ask us to add the one that is missing."),
        f"{API}/webhooks",
        {"scope": "webhooks"},
    ),
    "not-found": Explanation(
        _("Nothing that is public has this address, or ever had."),
        _("The id is mistyped, the record has not been published, or there is no such edition."),
        _("Take addresses from lists and links as they are. What was public once answers “withdrawn” instead."),
    ),
    "language-unavailable": Explanation(
        _("The record is public, but not in the language asked for."),
        _("Each language is reviewed and published by itself, so some come later than others."),
        _("“available” lists the languages there are, with their addresses. “lang=az,fr,en” takes the first that exists."),
        ARTICLE,
        {"available": [{"language": "fr", "url": f"{ARTICLE}?lang=fr"}]},
    ),
    "method-not-allowed": Explanation(
        _("The address is right, the method is not."),
        _("Records can be read but not changed."),
        _("The header “Allow” names the methods that the address answers to."),
    ),
    "not-acceptable": Explanation(
        _("The address has no format that the header “Accept” would take."),
        _("The header names only formats that are not made here, such as XML."),
        _("Ask for “application/json”, or send no such header."),
    ),
    "idempotency-conflict": Explanation(
        _("The value of “Idempotency-Key” stands for another request that you sent before."),
        _("The same value came with another body, or to another address."),
        _("Take a new value for each new request, and the same one only to repeat a request word for word."),
        f"{API}/webhooks",
    ),
    "limit-reached": Explanation(
        _("You have as many of these as one partner may have."),
        _("Another webhook was asked for beside those that are there already."),
        _("Delete one that you no longer need, or change it instead of making another."),
        f"{API}/webhooks",
    ),
    "withdrawn": Explanation(
        _("The record was public and has been taken back, in every language and every edition."),
        _("It should not have been published, or its time has run out. This holds for past moments too."),
        _("Delete your copy and stop showing it; “reason” may be told to readers. “replaced_by” leads to what stands in its place, if anything does."),
        ARTICLE,
        {"withdrawn_at": "2026-03-02T09:00:00Z", "reason": "An error of fact.", "replaced_by": None},
    ),
    "checkpoint-expired": Explanation(
        _("The change feed no longer holds what followed this checkpoint."),
        _("A copy was not brought up to date for a very long time."),
        _("Load the snapshot at “snapshot_url”, then follow the feed from its checkpoint."),
        f"{API}/changes",
        {"snapshot_url": f"{API}/snapshots"},
    ),
    "precondition-failed": Explanation(
        _("What you wanted to change is no longer what you had read."),
        _("The header “If-Match” names an older state; somebody else of your side was faster."),
        _("Read it again, look at the difference, and send your change with the new tag."),
        f"{API}/webhooks",
    ),
    "unsupported-media-type": Explanation(
        _("The body of the request is in a format that is not read here."),
        _("The header “Content-Type” says something else than JSON, or is missing."),
        _("Send JSON, with “Content-Type: application/json”."),
        f"{API}/webhooks",
    ),
    "quota-exceeded": Explanation(
        _("You have asked for more than your tier allows in this span of time."),
        _("“violated-policies” names the quota. Answers with status 304 are not counted."),
        _("Wait as many seconds as “Retry-After” says. Keep what you have with its tag, and follow the change feed rather than asking for everything."),
        f"{API}/articles",
        {"violated-policies": ["anonymous"]},
    ),
    "server-error": Explanation(
        _("The request was good; we failed."),
        _("An accident on our side, which has been noted."),
        _("Try again in a while, each time a little later. If it stays, write to us with the “request_id”."),
    ),
}  # fmt: skip
