// npm install standardwebhooks
import { Webhook } from "standardwebhooks";

// The event, or null where the request is not from us. `body` is the text as it came.
export function receive(secret, headers, body) {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch {
    return null;
  }
}
