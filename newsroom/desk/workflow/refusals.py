"""Why a move was not made; each message says what to do."""


class MoveRefused(Exception):
    """A move that is not to be made; the message says why and what to do."""


class NotAllowed(MoveRefused):
    pass


class IllegalMove(MoveRefused):
    pass


class ReasonMissing(MoveRefused):
    pass


class FourEyes(MoveRefused):
    pass


class OtherText(MoveRefused):
    """The text is not the one that was looked at."""


class ChecksFailed(MoveRefused):
    """`messages` by version; errors block, warnings must be acknowledged by their code."""

    def __init__(self, messages):
        self.messages = messages
        super().__init__("\n".join(f"{text}: {message.text}" for text, found in messages.items() for message in found))
