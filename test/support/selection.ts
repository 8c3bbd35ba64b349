import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isLeafType, isObjectType } from "graphql";

const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));

/** All that a type's own raw object can tell: its leaf fields, and those of objects that are no entity. */
export function selectionOf(typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  const fields = Object.values(type.getFields()).map((field) => {
    const fieldType = getNamedType(field.type);
    if (isLeafType(fieldType)) return field.name;
    if (!isObjectType(fieldType)) return "";
    const isEntity = fieldType.getInterfaces().some(({ name }) => name === "Node");
    return isEntity ? `${field.name} { id }` : `${field.name} ${selectionOf(fieldType.name)}`;
  });
  return `{ ${fields.join(" ")} }`;
}

/** The object types that implement an interface. */
export function typesOf(interfaceName: string): string[] {
  const type = schema.getType(interfaceName);
  if (!type || !("astNode" in type) || type.astNode?.kind !== "InterfaceTypeDefinition")
    throw new Error(`${interfaceName} is no interface`);
  return Object.values(schema.getTypeMap())
    .filter((each) => isObjectType(each) && each.getInterfaces().some(({ name }) => name === interfaceName))
    .map(({ name }) => name);
}
