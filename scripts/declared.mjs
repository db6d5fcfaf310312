// What TypeScript sources declare, as Markdown: the methods of the engine, and types with their comments.

/** Each method of the interface `Engine` with its signature and its comment. */
export function methods(text) {
  const [body] = /export interface Engine \{\n([\s\S]*?)\n\}\n/.exec(text).slice(1);
  const members = [...`${body}\n`.matchAll(/ {2}\/\*\*([\s\S]*?)\*\/\n([\s\S]*?;)\n(?= {2}\/\*\*|$)/g)];
  return members.map(([, comment, signature]) => {
    const name = /^\s*(?:readonly )?(\w+)/.exec(signature)[1];
    return `### ${name}\n\n${code(unindented(signature))}\n\n${prose(comment)}`;
  });
}

/** The declarations with these names, as they stand. */
export function typesOf(text, names) {
  return names.map((name) => {
    const start = new RegExp(`^export (?:interface|type|function) ${name}\\b`, "m").exec(text);
    if (!start) throw new Error(`nothing declares ${name}`);
    const before = text.slice(0, start.index);
    const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n$/.exec(before);
    const declaration = endOf(text.slice(start.index)).replace(/^export /, "");
    return `### ${name}\n\n${comment ? `${prose(comment[1])}\n\n` : ""}${code(declaration)}`;
  });
}

/** A declaration without what follows it; of a function without its body. */
function endOf(text) {
  if (text.startsWith("export interface")) return text.slice(0, text.indexOf("\n}\n") + 2);
  if (text.startsWith("export function")) return `${text.slice(0, text.search(/ \{\n(?! {4})/))};`;
  return text.slice(0, text.indexOf(";\n") + 1);
}

function prose(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  return lines.join("\n").trim().replace(/\{@link ([^}]+)\}/g, "`$1`");
}

function unindented(text) {
  return text.replace(/^ {2}/gm, "");
}

function code(text) {
  return `\`\`\`ts\n${text.trimEnd()}\n\`\`\``;
}
