import pino, { type DestinationStream, type Logger } from "pino";

// By shape and not by name: a secret is one wherever it turns up.
const secretShapes =
  /wz_(?:live|test|admin)_[0-9A-Za-z]{8,}|wz_link_[\w.-]{8,}|whsec_[0-9A-Za-z+/=]{8,}|eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_.-]+|\b[sr]k_(?:live|test)_[0-9A-Za-z]{8,}|postgres(?:ql)?:\/\/[^\s"\\]+/g;

/** JSON lines on stderr, with everything that looks like a secret struck out of the whole line. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  const redacting = { write: (line: string) => destination.write(line.replace(secretShapes, "[secret]")) };
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: pino.stdSerializers.err } },
    redacting,
  );
}
