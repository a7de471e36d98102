/**
 * Reads manifests of Kubernetes, as YAML on stdin, and writes what is wrong with them, a problem a line: what its own schemas
 * say (`kubernetes-models`, made of its OpenAPI), and fields that they don't know, as `kubectl apply --validate=strict` would.
 */
import { text } from 'node:stream/consumers';
import { parseAllDocuments } from 'yaml';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

type Models = Readonly<Record<string, new (manifest: Manifest) => { validate(): void }>>;

/** What a schema doesn't know, its validator doesn't read: the same value, and the paths of what has not been read in it. */
function watched<T extends object>(value: T, path: string, unread: Set<string>): T {
  for (const key of Object.keys(value)) unread.add(`${path}/${key}`);
  const seen = new Map<PropertyKey, unknown>();
  return new Proxy(value, {
    get: (target, key): unknown => {
      const inner: unknown = Reflect.get(target, key);
      const at = `${path}/${String(key)}`;
      unread.delete(at);
      if (typeof inner !== 'object' || inner === null) return inner;
      if (!seen.has(key)) seen.set(key, watched(inner, at, unread));
      return seen.get(key);
    },
  });
}

for (const document of parseAllDocuments(await text(process.stdin))) {
  const manifest = document.toJSON() as Manifest;
  const { apiVersion, kind } = manifest;
  const name = `${apiVersion} ${kind}`;
  // Their modules are called as Kubernetes calls its versions.
  const { [kind]: Model } = (await import(`kubernetes-models/${apiVersion}`)) as Models;
  if (Model === undefined) {
    console.log(`${name}: is none of Kubernetes`);
    continue;
  }
  const unread = new Set<string>();
  try {
    // What it makes is a copy.
    watched(new Model(manifest), '', unread).validate();
    for (const path of unread) console.log(`${name}: ${path} is no field of it`);
  } catch (error) {
    console.log(`${name}: ${(error as Error).message}`);
  }
}
