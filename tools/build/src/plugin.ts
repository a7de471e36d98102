/** What is needed of esbuild's `Plugin`. */
export interface Plugin {
  readonly name: string;
  setup(build: Build): void;
}

/** What is needed of esbuild's `PluginBuild`. */
export interface Build {
  readonly initialOptions: { readonly absWorkingDir: string; readonly outdir: string; metafile?: boolean };
  onResolve(
    of: { readonly filter: RegExp },
    resolve: (asked: { readonly path: string; readonly kind: string }) => { path: string; namespace?: string; external?: boolean },
  ): void;
  onLoad(
    of: { readonly filter: RegExp; readonly namespace?: string },
    load: (file: { readonly path: string }) => { contents: string; loader: 'ts' | 'js' },
  ): void;
  onEnd(ended: (result: { readonly metafile?: Metafile }) => void): void;
}

interface Metafile {
  /** By the path of what was written: what went into it, by path. */
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}
