"""Events that took place: what is only planned, or was called off, brought nobody anywhere."""


def held(content: dict) -> list[dict]:
    return [event for event in content["timeline"] if event["status"] == "held"]
