/**
 * A JSON schema as a TypeScript-like shape, with limits in comments.
 * @param {Record<string, any>} schema
 * @param {string} indent
 * @returns {string}
 */
export function shapeOf(schema, indent = '') {
  if (schema.anyOf) return schema.anyOf.map((part) => shapeOf(part, indent)).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `Array<${shapeOf(schema.items, indent)}>${limits(schema)}`;
  if (schema.type === 'object') return objectShape(schema, indent);
  return `${schema.type ?? 'unknown'}${limits(schema)}`;
}

function objectShape(schema, indent) {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    const fallback = 'default' in field ? ` // default ${JSON.stringify(field.default)}` : '';
    return `${inner}${name}${optional}: ${shapeOf(field, inner)};${fallback}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function limits(schema) {
  const named = [
    range(schema.minItems, schema.maxItems, 'items'),
    range(schema.minLength, schema.maxLength, 'characters'),
    schema.type === 'integer' ? range(safe(schema.minimum), safe(schema.maximum), '') : null,
  ].filter((text) => text !== null);
  return named.length === 0 ? '' : ` /* ${named.join(', ')} */`;
}

const safe = (value) => (Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value);

function range(min, max, unit) {
  if (min === undefined && max === undefined) return null;
  const text = min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min}–${max}`;
  return `${text} ${unit}`.trim();
}
