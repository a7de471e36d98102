/** What people read, in each language. */
export interface Text {
  readonly en: string;
  readonly 'pt-BR': string;
}
