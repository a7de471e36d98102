import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findProgram } from './find-program.ts';

test('findProgram() finds what may be run, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const path = process.env['PATH'];
  process.env['PATH'] = folder;
  try {
    writeFileSync(join(folder, 'runs'), '', { mode: 0o755 });
    writeFileSync(join(folder, 'does-not'), '', { mode: 0o644 });
    expect(findProgram('runs')).toBe(join(folder, 'runs'));
    expect(findProgram('does-not')).toBeUndefined();
    expect(findProgram('is-not-there')).toBeUndefined();
  } finally {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true });
  }
});
