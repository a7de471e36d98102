import type { Range } from '#page';
import ts from 'typescript';
import type { Source } from './source.ts';

/** Where the comments of a file stand on each of its lines, docstrings among them. */
export function commentsByLine({ text, tree }: Source): readonly (readonly Range[])[] {
  const starts = tree.getLineStarts();
  const comments = commentsIn(text, tree);
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? text.length + 1) - 1;
    return comments
      .filter((comment) => comment.pos < end && comment.end > start)
      .map((comment) => ({ start: Math.max(comment.pos, start) - start, end: Math.min(comment.end, end) - start }));
  });
}

/** A line without its comments, and without the blanks that stood before one. */
export function withoutComments(line: string, comments: readonly Range[]): string {
  return comments
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), line)
    .trimEnd();
}

/** Comments are no part of the tree: they lie before and behind its tokens. */
function commentsIn(text: string, tree: ts.SourceFile): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(tree);
    for (const child of children) visit(child);
    if (children.length > 0 || ts.isJSDoc(node)) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ];
    for (const range of ranges) found.set(range.pos, range);
  };
  visit(tree);
  return [...found.values()].sort((a, b) => a.pos - b.pos);
}
