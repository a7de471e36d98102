import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileDiff } from './pair.ts';

/** A file of two approaches as `diff -u` writes it; empty where both are the same. */
export function unifiedDiff({ left, right, same }: FileDiff): string {
  if (same) return '';
  const [from, to] = [left?.path ?? '/dev/null', right?.path ?? '/dev/null'];
  return createTwoFilesPatch(from, to, left?.text ?? '', right?.text ?? '', undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
