// For which engine a model says that it is made.
export const ENGINE = '8.5';

export const madeFor = (definitions: any): string => definitions?.get('modeler:executionPlatformVersion') ?? `${ENGINE}.0`;

/** Whether a model is made for a later engine than ours. */
export const newerThanOurs = (definitions: any): boolean => isNewer(madeFor(definitions));

export function isNewer(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [ours, oursMinor] = ENGINE.split('.').map(Number);
  return major! > ours! || (major === ours && minor! > oursMinor!);
}
