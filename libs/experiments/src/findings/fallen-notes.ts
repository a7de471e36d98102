import { type Fallen, type Statement, statement } from '#record';

/** Who was taken out of an experiment, and why. */
export function fallenNotes(fallen: readonly Fallen[]): Statement[] {
  return fallen.map(({ server, reason: { text, figures } }) =>
    statement({
      en: `Without ${server}, which was taken out: ${text.en}.`,
      'pt-BR': `Sem ${server}, que foi retirado: ${text['pt-BR']}.`,
      figures,
    }),
  );
}
