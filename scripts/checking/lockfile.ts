interface Lockfile {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}

/**
 * What would break `npm ci` elsewhere. npm leaves out the optional packages of other platforms when it writes a lockfile
 * from an installed tree, and later refuses that very lockfile; and a `resolved` address ties the lockfile to one registry.
 */
export function lockfileFaults({ packages }: Lockfile): string[] {
  const faults = Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.includes("://"))
    .map(([path]) => `${path} names a registry in "resolved"`);
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      if (!isLocked(packages, path, name)) faults.push(`${path} has no entry for its optional ${name}`);
    }
  }
  return faults;
}

/** Looks where Node would: in the package's own node_modules, then in each one above. */
function isLocked(packages: Lockfile["packages"], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (`${at ? `${at}/` : ""}node_modules/${name}` in packages) return true;
    if (at === "") return false;
  }
}
