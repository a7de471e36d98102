import type { Language } from '#command-line';

/** Writes a moment for people, in UTC wherever the report is written: `November 25, 2026, 08:17 UTC`. */
export function writeDate(iso: string, language: Language): string {
  const date = new Date(iso);
  const day = date.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = date.toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${day}, ${time} UTC`;
}
