/** Not what `--work module:` needs: a default export that is a function. */
export const work = 'none';
