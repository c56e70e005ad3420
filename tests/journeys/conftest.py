import pytest
from django.core.management import call_command

from newsroom.desk.demonstration.moves import load_corpus, publish_corpus
from newsroom.desk.demonstration.people import make_accounts
from tests.journeys.asking import Ask
from tests.journeys.pressing import Press


@pytest.fixture(scope="package")
def corpus(django_db_setup, django_db_blocker):
    """The corpus, loaded and published through the workflow once; every test rolls back what it changes."""
    with django_db_blocker.unblock():
        load_corpus()
        publish_corpus(make_accounts())
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def users(db):
    """Reporter, translator, editor and publisher."""
    return make_accounts()


@pytest.fixture
def ask(client):
    return Ask(client)


@pytest.fixture
def press(client, users):
    return Press(client, users)
