import { pino, type Logger } from "pino";

export type Log = Logger;

/** Fixed messages, data in fields, ids only: no names, values or tokens. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
