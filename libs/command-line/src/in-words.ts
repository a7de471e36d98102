/** For each code, how that which bears it is put into words. */
export type Sentences<Coded extends { readonly code: string }> = {
  readonly [Code in Coded['code']]: (coded: Extract<Coded, { readonly code: Code }>) => string;
};

/** Puts into words what bears a code. */
export function inWords<Coded extends { readonly code: string }>(sentences: Sentences<Coded>, coded: Coded): string {
  // The types cannot see that the code picks the sentence that takes just this.
  const sentence = sentences[coded.code as Coded['code']] as (coded: Coded) => string;
  return sentence(coded);
}
