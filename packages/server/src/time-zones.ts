/** Whether a name is a time zone of the IANA database, as `Area/City`, UTC, or a fixed offset such as `Etc/GMT+5`. Abbreviations mean different zones to different people. */
export function isTimeZone(name: string): boolean {
  if (!/^(UTC|[A-Z]\w+(\/[A-Z][\w+-]*){1,2})$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
