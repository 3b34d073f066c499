import test from "node:test";
import assert from "node:assert/strict";
import { columnsByRole } from "../../web/cli/column_choice.js";
import { guessedColumns } from "../../web/cli/guess_columns.js";

/** @param {[string, string, string[]][]} columns  role, type, samples */
const answer = (columns) => ({
  id: 1,
  files: [{ tables: [{ rows: 10, columns: columns.map(([role, type, samples], at) => ({ name: `Column ${at + 1}`, role, type, samples })) }] }],
});

test("roles can be named in the words that people use", () => {
  assert.deepEqual(columnsByRole(["customer=Id", "Price=Cost (=net)", "timestamp=4"]), { "customer-id": "Id", "unit-price": "Cost (=net)", date: "4" });
  assert.throws(() => columnsByRole(["amount"]), /role=column/);
});

test("a table of visits without a header is read by place: who, when, how much", () => {
  const cells = answer([
    ["ignored", "empty", []],
    ["ignored", "number", ["00004"]],
    ["ignored", "number", ["19970101", "19980318"]],
    ["ignored", "number", ["2"]],
    ["ignored", "number", ["29.33"]],
  ]);
  assert.deepEqual(guessedColumns(cells, "visits"), { "customer-id": "2", date: "3", amount: "5" });
});

test("a table of interactions without a header is read by place: who, what, when", () => {
  const cells = answer([
    ["ignored", "number", ["1"]],
    ["ignored", "number", ["17"]],
    ["rating", "number", ["5"]],
    ["ignored", "number", ["874965758"]],
  ]);
  assert.deepEqual(guessedColumns(cells, "interactions"), { "customer-id": "1", "product-id": "2", date: "4" });
});

test("nothing is guessed where the engine knows the columns, or there is nothing to guess from", () => {
  assert.equal(guessedColumns(answer([["customer-id", "id", ["7"]], ["date", "date", ["2024-01-01"]]]), "visits"), null);
  assert.equal(guessedColumns(answer([["ignored", "text", ["a"]]]), "visits"), null);
  assert.equal(guessedColumns(answer([["ignored", "text", ["a"]], ["ignored", "text", ["b"]]]), "visits"), null);
  assert.equal(guessedColumns({ id: 1, files: [{}] }, "interactions"), null);
});

test("baskets are not taken for people", () => {
  const cells = answer([
    ["order-id", "number", ["1", "2"]],
    ["product", "text", ["whole milk", "rolls"]],
  ]);
  assert.equal(guessedColumns(cells, "interactions"), null);
});
