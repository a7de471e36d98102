import ts from 'typescript';

/**
 * Finds what is to be shown of a file. Matchers know the names that an approach is given (of the runtime, of Node, of
 * RxJS) and the keywords of the language, never a name that its author chose: those may change.
 */
export type Matcher = (tree: ts.SourceFile) => readonly ts.Node[];

/** What is shown of a node that was found: the node that surrounds it. */
type Surrounding = (node: ts.Node) => ts.Node;

/** The statement that a node stands in, or the property of an object literal, whichever is nearer. */
const statement: Surrounding = (node) =>
  nearest(node, (one) => (ts.isStatement(one) && !ts.isBlock(one)) || property(one));

/** The declared function that a node stands in. */
export const declaredFunction: Surrounding = (node) => nearest(node, ts.isFunctionDeclaration);

/** The statement that registers the listener in which a node stands. */
export const listening: Surrounding = (node) =>
  nearest(
    node,
    (one) =>
      ts.isExpressionStatement(one) && ts.isCallExpression(one.expression) && callee(one.expression).endsWith('.on'),
  );

/** Calls of a function by its name, `listen`; of a method by its object's, too, `Acceptor.listen`, or of any, `.read`. */
export function calls(name: string, shown: Surrounding = statement): Matcher {
  return (tree) =>
    all(tree, (node) => {
      if (!ts.isCallExpression(node)) return false;
      return name.startsWith('.') ? callee(node).endsWith(name) : callee(node) === name;
    }).map(shown);
}

/** Listeners for an event: `x.on('exit', …)`. */
export function listensFor(event: string): Matcher {
  return (tree) =>
    all(tree, (node) => ts.isCallExpression(node) && isListener(node) && text(node.arguments[0]) === event).map(
      statement,
    );
}

/** Constructions of an object of a class by its name, `new Observable(…)`. */
export function constructs(name: string, shown: Surrounding = statement): Matcher {
  return (tree) => all(tree, (node) => ts.isNewExpression(node) && node.expression.getText() === name).map(shown);
}

/** Calls that give something away for good: `postMessage()` with what is transferred, in the function that makes them. */
export const transfers: Matcher = (tree) =>
  all(
    tree,
    (node) => ts.isCallExpression(node) && callee(node).endsWith('.postMessage') && node.arguments[1] !== undefined,
  ).map((node) => nearest(node, (one) => property(one) || ts.isVariableStatement(one)));

/** Loops that take what comes: `for await (… of …)`. */
export const takesAsTheyCome: Matcher = (tree) =>
  all(tree, (node) => ts.isForOfStatement(node) && node.awaitModifier !== undefined);

/** Properties of an object literal by their name, with a value or a body. */
export function defines(name: string): Matcher {
  return (tree) =>
    all(tree, (node) => property(node) && (node as ts.ObjectLiteralElementLike).name?.getText() === name);
}

/** Assignments to a property of any object, `.schedulingPolicy`. */
export function assigns(property: string, shown: Surrounding = statement): Matcher {
  return (tree) =>
    all(
      tree,
      (node) => ts.isBinaryExpression(node) && isAssignment(node) && node.left.getText().endsWith(property),
    ).map(shown);
}

/** Every node below one that is asked for. */
export function all(root: ts.Node, asked: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (asked(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** Whether a call registers a listener: Node's EventEmitter or EventTarget. */
export function isListener(call: ts.CallExpression): boolean {
  return ['.on', '.once', '.addListener', '.addEventListener'].some((method) => callee(call).endsWith(method));
}

function isAssignment({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** What is called, without regard to `?.`. */
function callee({ expression }: ts.CallExpression): string {
  return expression.getText().replaceAll('?.', '.');
}

function text(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined;
}

function property(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) || (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent));
}

/** Where nothing surrounds it, the node itself. */
function nearest(node: ts.Node, asked: (node: ts.Node) => boolean): ts.Node {
  let one = node;
  while (!asked(one) && !ts.isSourceFile(one.parent)) one = one.parent;
  return asked(one) ? one : node;
}
