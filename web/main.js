// The page: starts the canvas and the workers, and carries out what the canvas asks for. It reads no file,
// parses nothing and computes nothing.

import { startCanvas } from "./host/canvas.js";
import { chosenRoles, rolesOfMapping, splitFragment, takeMappings, withRoles } from "./host/column_mapping.js";
import { acceptDrops } from "./host/drop_zone.js";
import { EngineClient, laneCount } from "./host/engine_client.js";
import { faqArchive } from "./host/faq_archive.js";
import { FilePicker } from "./host/file_picker.js";
import { KeptWork } from "./host/kept_work.js";
import { LinkState, addressWith } from "./host/link_state.js";
import { ownFile } from "./host/own_file.js";
import { ownModelIn } from "./host/own_model.js";
import { keepOffline, offerUpdate } from "./host/offline.js";
import {
  forgetAll, rememberLanguage, rememberRoles, rememberTheme, rememberedLanguage, rememberedRoles, rememberedTheme,
} from "./host/remembered.js";
import { directionOf, languageOf, wordsOf } from "./host/page_words.js";
import { protectedFile } from "./host/protected_file.js";
import { copyPicture, copyTable, copyText, pngOf, saveFile } from "./host/save_file.js";
import { hideSentence, showSentence, whatIsMissing } from "./host/support.js";
import { Taught } from "./host/taught.js";
import { titleAfter, titleOf } from "./host/tab_title.js";
import { detailOf } from "./trouble.js";

const site = new URL("./", import.meta.url);
const SAMPLES = ["samples/reviews.csv", "samples/orders.csv"];

/**
 * Data is opened, beside what is open if `adds`; a language model and a saved mapping among the files hold from now on.
 * @param {NamedFile[]} files @param {boolean} [adds]
 */
async function receive(files, adds = false) {
  const { roles, data: rest } = await takeMappings(files);
  const { model, missing, data } = ownModelIn(rest);
  if (missing.length > 0) notice("model-incomplete", missing.join(", "));
  if (model) engine.useModel(model);
  if (roles) rememberAll(roles);
  if (data.length > 0) (adds ? addFiles : open)(data);
  else if (model || roles) analyse();
}

/** @param {import("./protocol.js").Roles} roles */
function rememberAll(roles) {
  for (const [fingerprint, columns] of Object.entries(roles)) rememberRoles(fingerprint, columns);
}

/** @param {string} text  of a file that should be a saved mapping */
function useMapping(text) {
  const roles = rolesOfMapping(text);
  if (!roles) return notice("no-mapping");
  rememberAll(roles);
  analyse();
}

/** @param {NamedFile[]} files @param {boolean} [isSample] */
function open(files, isSample = false) {
  if (files.length === 0) return;
  opened = { files, options: files.map(() => ({})), isSample, customers: {} };
  if (!isSample) void kept.keepFiles(files);
  analyse();
}

/** Opens these beside what is open; the sample data is not mixed with anybody's own. @param {NamedFile[]} files */
function addFiles(files) {
  if (opened.isSample) return open(files);
  opened = { ...opened, files: [...opened.files, ...files], options: [...opened.options, ...files.map(() => ({}))] };
  void kept.keepFiles(opened.files);
  analyse();
}

/** Reads what is open, as on the first time or with other options. */
function analyse() {
  const { files, options, customers } = opened;
  if (files.length === 0) return;
  begun(engine.open({ files, options, roles: { ...rememberedRoles(), ...linkedRoles }, customers }));
}

/** @param {number} run */
function begun(run) {
  const names = opened.files.map(({ name }) => name);
  document.title = titleOf(names, "…");
  tell({ type: "started", run, files: names, sample: opened.isSample });
}

async function openSample() {
  try {
    open(await Promise.all(SAMPLES.map(async (path) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return { name, file: new File([await (await ownFile(site, path)).blob()], name) };
    })), true);
  } catch (error) {
    console.warn(detailOf(error));
    notice("no-sample");
  }
}

/**
 * What the canvas asks for, by its type: src/protocol/README.md, "Page and ui.wasm".
 * @type {{[type: string]: (command: any) => unknown}}
 */
const commands = {
  pickFiles: ({ add = false }) => picker.pickFiles(add),
  pickFolder: () => picker.pickFolder(),
  openSample,
  openKept: async () => open(await kept.files()),
  keep: ({ on }) => kept.turn(on, opened.isSample ? [] : opened.files, taught.knowledge),
  cancel: () => engine.cancel(),
  restart() {
    engine.restart();
    analyse();
  },
  useOurModel() {
    engine.useModel(null);
    analyse();
  },
  query({ query }) {
    taught.watch(query);
    engine.query(query);
  },
  setRoles({ file, table, fingerprint, roles }) {
    rememberRoles(fingerprint, roles);
    delete linkedRoles[fingerprint];
    begun(engine.setRoles(file, table, roles));
  },
  topics: ({ edit, topic, into, name, rules }) => begun(engine.editTopics({ edit, topic, into, name, rules })),
  pickTopicRules: () => picker.pickText((rules) => begun(engine.editTopics({ edit: "rules", topic: "", into: "", name: "", rules }))),
  pickKnowledge: () => picker.pickText((knowledge) => taught.learn(knowledge)),
  pickMapping: () => picker.pickText(useMapping),
  reread({ file, options }) {
    opened.options[file] = { ...opened.options[file], ...options };
    analyse();
  },
  setView: ({ fragment, asStep }) => link.set(fragment, asStep),
  copyLink: ({ fragment }) => unlessRefused(copyText(addressWith(withRoles(fragment, rolesInForce)))),
  copyText: ({ text }) => unlessRefused(copyText(text)),
  copyTable: ({ text, html }) => copied(copyTable(text, html)),
  copyPicture: (picture) => copied(copyPicture(picture)),
  savePicture: ({ name, svg, width, height }) => saveWhenMade(name, "image/png", async () => [await pngOf({ svg, width, height })]),
  saveFile: ({ name, mime, text }) => saveFile({ name, mime, parts: [text] }),
  setCustomers({ customers }) {
    opened.customers = customers;
    begun(engine.setCustomers(customers));
  },
  saveExport: ({ what, redact }) => exportWhole({ query: "export", what, redact: Boolean(redact) }, saveFile),
  saveProtected: ({ what, passphrase }) => exportWhole({ query: "export", what, redact: true }, ({ name, mime, parts }) => {
    void saveWhenMade(name, mime, async () => [await locked(parts.join(""), passphrase)]);
  }),
  saveFaqWidget({ shop, mail, phone, language }) {
    const id = ++lastExport;
    faqShops.set(id, { shop, mail, phone, language });
    engine.query({ query: "faq", id });
  },
  saveCustomers: ({ filter }) => exportWhole({ query: "customerExport", filter }, saveFile),
  forget() {
    taught.forget();
    void kept.forget();
    opened = NOTHING;
    linkedRoles = {};
    rolesInForce = {};
    forgetAll();
    engine.useModel(null);
    link.set("", false);
    document.title = "Attune";
    tell({ type: "forgotten" });
  },
  setTheme({ theme }) {
    rememberTheme(theme);
    tell({ type: "theme", theme });
  },
  setLanguage({ language }) {
    rememberLanguage(language);
    speak(language);
  },
};

/** The canvas has said already that it is copied. @param {Promise<boolean>} copying */
async function unlessRefused(copying) {
  if (!(await copying)) notice("copy-refused");
}

/** @param {Promise<boolean>} copying */
async function copied(copying) {
  notice((await copying) ? "copied" : "copy-refused");
}

/** The canvas says it in its language. @param {string} says  of src/protocol/events.hpp @param {string} [message] */
const notice = (says, message = "") => tell({ type: "notice", says, message });

/** @param {{type: string, [key: string]: unknown}} command */
function carryOut(command) {
  const action = commands[command.type];
  if (!action) throw new Error(`the canvas asked for the unknown ${command.type}`);
  void action(command);
}

/** The canvas changes its words, and the page says so to whoever reads it aloud. @param {string} tag */
function speak(tag) {
  dressPage(tag);
  tell({ type: "language", language: tag });
}

/** @param {string} tag */
function dressPage(tag) {
  document.documentElement.lang = languageOf(tag);
  document.documentElement.dir = directionOf(tag);
}

const pageWords = () => wordsOf(document.documentElement.lang);

/** Tells the canvas. @param {object} event  as src/protocol/README.md, "Page and ui.wasm", lists them */
const tell = (event) => canvas.postEvent(event);

// --- files that the engine writes piece by piece -------------------------------------------------------
/** @typedef {{query: string, [key: string]: unknown}} Wanted */
/** @typedef {(file: {name: string, mime: string, parts: string[]}) => void} Deliver */
/** @type {Map<number, {wanted: Wanted, parts: string[], deliver: Deliver}>} */
const exporting = new Map();
/** @type {Map<number, import("./faq_package.js").FaqShop>} */ const faqShops = new Map();
let lastExport = 2 ** 40; // apart from the ids of the canvas

/** @param {Wanted} wanted @param {Deliver} deliver @param {number} [cursor] @param {string[]} [parts]  that have come */
function exportWhole(wanted, deliver, cursor = 0, parts = []) {
  const id = ++lastExport;
  exporting.set(id, { wanted, parts, deliver });
  engine.query({ ...wanted, id, cursor });
}

/** @param {import("./protocol.js").Answer} answer */
function receivePiece({ id, error, name, mime, text, cursor }) {
  const { wanted, parts, deliver } = /** @type {{wanted: Wanted, parts: string[], deliver: Deliver}} */ (exporting.get(id));
  exporting.delete(id);
  if (error) return tell({ type: "notice", message: error.message });
  parts.push(text);
  if (cursor !== null) return exportWhole(wanted, deliver, cursor, parts);
  deliver({ name, mime, parts });
}

/** @param {string} name @param {string} mime @param {() => Promise<BlobPart[]>} make */
async function saveWhenMade(name, mime, make) {
  try {
    saveFile({ name, mime, parts: await make() });
  } catch (error) {
    console.warn(detailOf(error));
    notice("not-saved");
  }
}

/** @param {string} html @param {string} passphrase */
async function locked(html, passphrase) {
  const [page, script] = await Promise.all(["page.html", "open.js"].map(async (name) => (await ownFile(site, `protected_file/${name}`)).text()));
  const lang = document.documentElement.lang;
  return protectedFile({ page, script }, html, passphrase, { lang, ...wordsOf(lang).protectedFile });
}

/** @param {import("./protocol.js").Answer} answer */
function receiveFaq({ id, error, faq }) {
  const shop = /** @type {import("./faq_package.js").FaqShop} */ (faqShops.get(id));
  faqShops.delete(id);
  if (error) return tell({ type: "notice", message: error.message });
  void saveWhenMade("faq-widget.zip", "application/zip", () => faqArchive(site, faq.entries, shop));
}

/** @param {import("./protocol.js").Reply} reply */
function hear(reply) {
  document.title = titleAfter(reply, opened.files.map(({ name }) => name)) ?? document.title;
  if (reply.type === "done") engine.query({ query: "columns", id: ROLES_QUESTION });
  taught.hear(reply);
  if (reply.type === "snapshot") canvas.postSnapshot(reply.bytes);
  else if (reply.type === "answer" && exporting.has(reply.answer.id)) receivePiece(reply.answer);
  else if (reply.type === "answer" && faqShops.has(reply.answer.id)) receiveFaq(reply.answer);
  else if (reply.type === "answer" && reply.answer.id === ROLES_QUESTION) rolesInForce = chosenRoles(reply.answer.files ?? []);
  else tell(reply);
}

// --- start ----------------------------------------------------------------------------------------------
/** @typedef {import("./protocol.js").NamedFile} NamedFile */
/** @typedef {{files: NamedFile[], options: import("./protocol.js").FileOptions[], isSample: boolean,
 *   customers: import("./protocol.js").CustomerSettings}} Opened  customers: what the user decided, kept for this visit only */
/** @type {Opened} */ const NOTHING = { files: [], options: [], isSample: false, customers: {} };
let opened = NOTHING;
/** @type {import("./protocol.js").Roles} */ let linkedRoles = {}; // what the address said of columns, for this visit
/** @type {import("./protocol.js").Roles} */ let rolesInForce = {}; // the user's own, of the tables that are open
const ROLES_QUESTION = 2 ** 41; // apart from all other ids
/** @type {Awaited<ReturnType<typeof startCanvas>>} */ let canvas;
/** @type {EngineClient} */ let engine;
/** @type {FilePicker} */ let picker;
/** @type {KeptWork} */ let kept;
/** @type {Taught} */ let taught;
/** @type {LinkState} */ let link;

async function start() {
  dressPage(rememberedLanguage());
  const missing = whatIsMissing();
  if (missing) return showSentence(pageWords()[missing]);
  canvas = await startCanvas({
    wasmUrl: new URL("ui/ui.js", site),
    canvas: /** @type {HTMLCanvasElement} */ (document.getElementById("canvas")),
    mirrorRoot: /** @type {HTMLElement} */ (document.getElementById("mirror")),
    onCommand: carryOut,
  });
  kept = new KeptWork(tell);
  taught = new Taught({
    kept,
    ask(knowledge) {
      engine.query({ query: "learn", id: ++lastExport, knowledge });
      return lastExport;
    },
    tellAll: (deliver) => exportWhole({ query: "export", what: "knowledge.json" }, ({ parts }) => deliver(parts.join(""))),
  });
  picker = new FilePicker((files, adds) => void receive(files, adds));
  link = new LinkState((fragment) => tell({ type: "view", fragment: splitFragment(fragment).view }));
  const { view, roles } = splitFragment(link.fragment);
  linkedRoles = roles;
  acceptDrops(document.documentElement, { onFiles: (files) => void receive(files), onHover: (over) => tell({ type: "drag", over }) });
  speak(rememberedLanguage());
  if (rememberedTheme()) tell({ type: "theme", theme: rememberedTheme() });
  tell({ type: "view", fragment: view });
  void kept.tellWhatIsThere();
  hideSentence();
  engine = new EngineClient({ workers: new URL("workers/", site), lanes: laneCount(navigator), onReply: hear });
  await keepOffline({ scriptUrl: new URL("service_worker.js", site), onUpdate: (takeOver) => offerUpdate(takeOver, pageWords()) });
}

start().catch((error) => {
  console.error(error);
  showSentence(pageWords().notStarted);
});
