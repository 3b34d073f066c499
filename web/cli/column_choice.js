// --map role=column: which column plays which role, in the user's words.

/** Other words for the roles that tables of orders need. @type {{[word: string]: string}} */
const OTHER_WORDS = {
  customer: "customer-id", user: "customer-id", id: "customer-id", name: "customer-name", mail: "email",
  item: "product-id", sku: "product-id", "product-name": "product", order: "order-id", invoice: "order-id",
  timestamp: "date", time: "date", day: "date", price: "unit-price", total: "amount", revenue: "amount", value: "amount",
  review: "text", stars: "rating", zip: "postal-code", postcode: "postal-code",
};

/**
 * @param {string[]} choices  "role=column"; the column by name, or by number from 1
 * @returns {{[role: string]: string}}
 */
export function columnsByRole(choices) {
  /** @type {{[role: string]: string}} */ const columns = {};
  for (const choice of choices) {
    const [role, column] = choice.split(/=(.*)/s);
    if (!role || !column) throw new RangeError(`--map takes role=column, not ${choice}`);
    const word = role.trim().toLowerCase();
    columns[OTHER_WORDS[word] ?? word] = column;
  }
  return columns;
}
