import { DOMParser, type Element, type Node } from "@xmldom/xmldom";

/** An element as a parser sees it; neighbouring texts are one. */
export type Tree = { name: string; attributes: Record<string, string>; content: (Tree | string)[] };

/** The root of a document. */
export function parseXml(xml: string): Tree {
  const root = new DOMParser().parseFromString(xml, "text/xml").documentElement;
  if (!root) throw new Error("There is no root element");
  return treeOf(root);
}

function treeOf(element: Element): Tree {
  const content: (Tree | string)[] = [];
  for (const child of element.childNodes) {
    if (isElement(child)) content.push(treeOf(child));
    else if (typeof content.at(-1) === "string")
      content.push(String(content.pop()) + (child.nodeValue ?? ""));
    else if (child.nodeValue) content.push(child.nodeValue);
  }
  return {
    name: element.nodeName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    content,
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
