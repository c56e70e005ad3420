import pytest


def test_healthz_answers_without_the_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_readyz_answers_when_the_database_does(client):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ready\n")


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_only_read(client, address):
    assert client.post(address).status_code == 405
