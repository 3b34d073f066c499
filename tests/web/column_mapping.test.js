import test from "node:test";
import assert from "node:assert/strict";
import { chosenRoles, rolesOfMapping, splitFragment, takeMappings, withRoles } from "../../web/host/column_mapping.js";

const ROLES = { f00d: { "Was sagen Sie?": "text", Note: "rating" } };

test("roles travel in a link beside the view, and come out of it again", () => {
  for (const view of ["overview", "reviews?feeling=negative&find=a%26b", ""]) {
    const linked = withRoles(view, ROLES);
    assert.notEqual(linked, view);
    assert.deepEqual(splitFragment(linked), { view, roles: ROLES });
  }
});

test("a link without roles is as it was, and so is one whose roles would be too long", () => {
  assert.equal(withRoles("reviews?stars=1", {}), "reviews?stars=1");
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`A column with a long name ${i}`, "ignored"]));
  assert.equal(withRoles("overview", { f00d: many }), "overview");
  assert.deepEqual(splitFragment("reviews?stars=1"), { view: "reviews?stars=1", roles: {} });
});

test("a link that was cut off, or that holds something else than roles, gives none", () => {
  const linked = withRoles("overview", ROLES);
  assert.deepEqual(splitFragment(linked.slice(0, -9)), { view: "overview", roles: {} });
  assert.deepEqual(splitFragment("overview?columns=%5B1%5D").roles, {});
  assert.deepEqual(splitFragment("overview?columns=%7B%22a%22%3A%7B%22b%22%3A5%7D%7D").roles, { a: {} });
});

test("only what the user chose goes into a link", () => {
  const columns = [{ name: "Note", role: "rating", chosen: true }, { name: "Date", role: "date", chosen: false }];
  assert.deepEqual(chosenRoles([{ tables: [{ fingerprint: "f00d", columns }, { fingerprint: "beef", columns: [columns[1]] }] }]), { f00d: { Note: "rating" } });
});

test("a saved mapping is told from data by what it holds", async () => {
  const saved = JSON.stringify({ attune: "mapping", roles: ROLES });
  assert.deepEqual(rolesOfMapping(saved), ROLES);
  assert.equal(rolesOfMapping("[{}]"), null);
  assert.equal(rolesOfMapping("a,b"), null);
  const file = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, file: new File([text], name) });
  const { roles, data } = await takeMappings([file("mapping (1).json", saved), file("mapping.json", "[]"), file("reviews.csv", "a")]);
  assert.deepEqual(roles, ROLES);
  assert.deepEqual(data.map(({ name }) => name), ["mapping.json", "reviews.csv"]);
});
