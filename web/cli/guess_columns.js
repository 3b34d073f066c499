// What the columns of a table are that has no header, or one that says nothing: by their place and their cells.
// Only used where the engine itself has found no table of the kind that was asked for.

/** @typedef {{name: string, role: string, type: string, samples: string[]}} Column */
/** @typedef {{rows: number, columns: Column[]}} Table */

/** @param {import("../protocol.js").Answer} answer  to the `columns` query @returns {Table[]} */
const tablesOf = ({ files }) => files.flatMap((/** @type {{tables: Table[]}} */ { tables }) => tables ?? []);

/** @param {Table} table @param {string[]} roles */
const hasOne = ({ columns }, roles) => columns.some(({ role, samples }) => samples.length > 0 && roles.includes(role));

/** Seconds or milliseconds since 1970, or a day written as 19970131. @param {Column} column */
const tellsTime = ({ type, samples }) => type === "date" ||
  samples.length > 0 && samples.every((cell) => /^(19|20)\d{2}[01]\d[0-3]\d$/.test(cell) || /^1?\d{9}(\d{3})?$/.test(cell));

/** @param {Column} column */
const isNumber = ({ samples }) => samples.length > 0 && samples.every((cell) => /^-?[\d.,]+$/.test(cell));

/** @param {import("../protocol.js").Answer} answer @param {"visits" | "interactions"} wanted @returns {{[role: string]: string} | null}  null: nothing to add */
export function guessedColumns(answer, wanted) {
  const people = ["customer-id", "email", "customer-name", "phone", "last-name"];
  const needed = wanted === "visits" ? ["date"] : ["product-id", "product"];
  const tables = tablesOf(answer);
  if (wanted === "interactions" && tables.some((table) => hasOne(table, needed) && hasOne(table, ["order-id"]))) return null; // baskets will do
  if (tables.some((table) => hasOne(table, needed) && hasOne(table, people))) return null;
  const [table] = tables.filter(({ columns }) => columns.length > 1).sort((a, b) => b.rows - a.rows);
  if (!table) return null;
  const place = (/** @type {Column | undefined} */ column) => column && String(table.columns.indexOf(column) + 1);
  const time = table.columns.find(tellsTime);
  const others = table.columns.filter((column) => column !== time && column.samples.length > 0);
  const date = place(time);
  if (wanted === "interactions") {
    if (others.length < 2) return null;
    return { "customer-id": /** @type {string} */ (place(others[0])), "product-id": /** @type {string} */ (place(others[1])), ...(date && { date }) };
  }
  if (!date || others.length === 0) return null;
  const amount = hasOne(table, ["amount", "unit-price"]) ? undefined : place(others.slice(1).filter(isNumber).at(-1));
  return { "customer-id": /** @type {string} */ (place(others[0])), date, ...(amount && { amount }) };
}
