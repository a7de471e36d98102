/** A figure as it stands in a page: the raw values behind what is written. */
export interface WrittenFigure {
  readonly element: string;
  readonly values: readonly number[];
}

/** Every figure of a page: `data` elements, and what the charts write and mark. */
export function figuresOf(html: string): readonly WrittenFigure[] {
  const tags = html.match(/<(?:data|text|use)\b[^>]*>/g) ?? [];
  return tags.flatMap((element) => {
    const values = [...element.matchAll(/\s(?:value|data-value|data-low|data-high|data-from|data-to)="([^"]*)"/g)];
    return values.length === 0 ? [] : [{ element, values: values.map(([, value]) => Number(value)) }];
  });
}

/** Every number that stands anywhere in a value. */
export function numbersIn(value: unknown): Set<number> {
  if (typeof value === 'number') return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...numbersIn(each)]));
}
