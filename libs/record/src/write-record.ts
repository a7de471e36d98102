/** Enough for a microsecond in a quarter of an hour. What a double has beyond is not measured, and was a tenth of a page. */
const digits = 9;

/** A record as its file holds it: JSON, with numbers that are no longer than what was measured. */
export function writeRecord(record: object): string {
  return JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value,
  );
}
