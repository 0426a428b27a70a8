// What the contract says of the data that messages bring, connectors give back and forms ask for. The server makes it.
export interface Known {
  messages: Record<string, { name: string; brings: unknown }>;
  jobs: Record<string, { name: string; gives: string[] }>;
  forms: Record<string, string[]>;
  decisions: Record<string, string[]>;
  /** Errors that bring no variables along. */
  errors: string[];
}

export const NOTHING_KNOWN: Known = { messages: {}, jobs: {}, forms: {}, decisions: {}, errors: [] };

/** What the dispatcher adds to every event that begins a process. */
export const ALWAYS = ['businessKey', 'dryRun'];
