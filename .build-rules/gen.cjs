"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports2) {
    "use strict";
    exports2.__esModule = true;
    exports2.distance = exports2.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports2.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports2.closest = closest2;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports2) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection2(node)) && !!node.anchor;
    exports2.ALIAS = ALIAS;
    exports2.DOC = DOC;
    exports2.MAP = MAP;
    exports2.NODE_TYPE = NODE_TYPE;
    exports2.PAIR = PAIR;
    exports2.SCALAR = SCALAR;
    exports2.SEQ = SEQ;
    exports2.hasAnchor = hasAnchor;
    exports2.isAlias = isAlias2;
    exports2.isCollection = isCollection2;
    exports2.isDocument = isDocument;
    exports2.isMap = isMap2;
    exports2.isNode = isNode;
    exports2.isPair = isPair;
    exports2.isScalar = isScalar2;
    exports2.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports2.visit = visit;
    exports2.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports2.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref2 = sourceObjects.get(source);
            if (typeof ref2 === "object" && ref2.anchor && (identity.isScalar(ref2.node) || identity.isCollection(ref2.node))) {
              ref2.node.anchor = ref2.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports2.anchorIsValid = anchorIsValid;
    exports2.anchorNames = anchorNames;
    exports2.createNodeAnchors = createNodeAnchors;
    exports2.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports2) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports2.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports2) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports2.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports2) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports2.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports2) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports2.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports2.Scalar = Scalar;
    exports2.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref2 = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref2 = sourceObjects.get(value);
        if (ref2) {
          ref2.anchor ?? (ref2.anchor = onAnchor(value));
          return new Alias.Alias(ref2.anchor);
        } else {
          ref2 = { anchor: null, node: null };
          sourceObjects.set(value, ref2);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref2)
            ref2.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref2)
        ref2.node = node;
      return node;
    }
    exports2.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports2.Collection = Collection;
    exports2.collectionFromPath = collectionFromPath;
    exports2.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports2) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports2.indentComment = indentComment;
    exports2.lineComment = lineComment;
    exports2.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports2) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
        }
      }
      return end;
    }
    exports2.FOLD_BLOCK = FOLD_BLOCK;
    exports2.FOLD_FLOW = FOLD_FLOW;
    exports2.FOLD_QUOTED = FOLD_QUOTED;
    exports2.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports2.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports2) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports2.createStringifyContext = createStringifyContext;
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports2.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports2) {
    "use strict";
    var node_process = require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports2.debug = debug;
    exports2.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports2.addMergeToJSMap = addMergeToJSMap;
    exports2.isMergeKey = isMergeKey;
    exports2.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports2) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports2.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports2.Pair = Pair;
    exports2.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports2.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports2) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add2 = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add2(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add2(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports2.YAMLMap = YAMLMap;
    exports2.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports2.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports2.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports2.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports2) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports2.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports2.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports2.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports2) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports2.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports2.float = float;
    exports2.floatExp = floatExp;
    exports2.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports2.int = int;
    exports2.intHex = intHex;
    exports2.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports2.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports2.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports2) {
    "use strict";
    var node_buffer = require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports2.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports2.createPairs = createPairs;
    exports2.pairs = pairs;
    exports2.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports2.YAMLOMap = YAMLOMap;
    exports2.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports2.falseTag = falseTag;
    exports2.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports2.float = float;
    exports2.floatExp = floatExp;
    exports2.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports2.int = int;
    exports2.intBin = intBin;
    exports2.intHex = intHex;
    exports2.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports2.YAMLSet = YAMLSet;
    exports2.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports2.floatTime = floatTime;
    exports2.intTime = intTime;
    exports2.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports2.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports2.coreKnownTags = coreKnownTags;
    exports2.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports2.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports2.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports2.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports2) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports2.YAMLError = YAMLError;
    exports2.YAMLParseError = YAMLParseError;
    exports2.YAMLWarning = YAMLWarning;
    exports2.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports2) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports2.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports2) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports2.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports2) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports2.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports2) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports2.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports2) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports2.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports2) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports2.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports2) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports2.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports2.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports2.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports2.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports2.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports2.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports2) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports2.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports2.composeEmptyNode = composeEmptyNode;
    exports2.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports2) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports2.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports2) {
    "use strict";
    var node_process = require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer2 = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports2.Composer = Composer2;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports2) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports2.createScalarToken = createScalarToken;
    exports2.resolveAsScalar = resolveAsScalar;
    exports2.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports2) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports2) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports2.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports2) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection2 = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports2.createScalarToken = cstScalar.createScalarToken;
    exports2.resolveAsScalar = cstScalar.resolveAsScalar;
    exports2.setScalarValue = cstScalar.setScalarValue;
    exports2.stringify = cstStringify.stringify;
    exports2.visit = cstVisit.visit;
    exports2.BOM = BOM;
    exports2.DOCUMENT = DOCUMENT;
    exports2.FLOW_END = FLOW_END;
    exports2.SCALAR = SCALAR;
    exports2.isCollection = isCollection2;
    exports2.isScalar = isScalar2;
    exports2.prettyToken = prettyToken;
    exports2.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports2) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports2.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports2) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports2.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports2) {
    "use strict";
    var node_process = require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports2.Parser = Parser2;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports2) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse2(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports2.parse = parse2;
    exports2.parseAllDocuments = parseAllDocuments;
    exports2.parseDocument = parseDocument;
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports2) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports2.Composer = composer.Composer;
    exports2.Document = Document.Document;
    exports2.Schema = Schema.Schema;
    exports2.YAMLError = errors.YAMLError;
    exports2.YAMLParseError = errors.YAMLParseError;
    exports2.YAMLWarning = errors.YAMLWarning;
    exports2.Alias = Alias.Alias;
    exports2.isAlias = identity.isAlias;
    exports2.isCollection = identity.isCollection;
    exports2.isDocument = identity.isDocument;
    exports2.isMap = identity.isMap;
    exports2.isNode = identity.isNode;
    exports2.isPair = identity.isPair;
    exports2.isScalar = identity.isScalar;
    exports2.isSeq = identity.isSeq;
    exports2.Pair = Pair.Pair;
    exports2.Scalar = Scalar.Scalar;
    exports2.YAMLMap = YAMLMap.YAMLMap;
    exports2.YAMLSeq = YAMLSeq.YAMLSeq;
    exports2.CST = cst;
    exports2.Lexer = lexer.Lexer;
    exports2.LineCounter = lineCounter.LineCounter;
    exports2.Parser = parser.Parser;
    exports2.parse = publicApi.parse;
    exports2.parseAllDocuments = publicApi.parseAllDocuments;
    exports2.parseDocument = publicApi.parseDocument;
    exports2.stringify = publicApi.stringify;
    exports2.visit = visit.visit;
    exports2.visitAsync = visit.visitAsync;
  }
});

// src/base/findings.ts
var RANK = { error: 0, warning: 1, information: 2, hint: 3 };
function compareFindings(a, b) {
  return compareText(a.place.file, b.place.file) || a.place.start - b.place.start || a.place.end - b.place.end || RANK[a.severity] - RANK[b.severity] || compareText(a.code, b.code) || compareText(a.message, b.message);
}
var compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// src/rules/rule.ts
function problemsOf(code) {
  return function* ({ partnership }) {
    for (const problem of partnership.problems) {
      if (problem.code === code && problem.place.file === partnership.file) {
        yield { place: problem.place, message: problem.message, related: problem.related ?? [], payload: problem.payload };
      }
    }
  };
}
var within = (inner, outer) => inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;

// src/rules/bad-amount.ts
var badAmount = {
  code: "bad-amount",
  severity: "error",
  title: "Amount that is none",
  rationale: "An amount is a number with a currency, such as `50 billion USD`, `USD 50B` or `up to $50B`; a share is a percentage such as `20%`. An amount that cannot be read is left out of every sum.",
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 milion EUR }
`
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 million EUR }
`
  },
  check: problemsOf("bad-amount")
};

// src/base/words.ts
var import_fastest_levenshtein = __toESM(require_mod());
function listWords(items, conjunction = "and") {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items[items.length - 1]}`;
}
var count = (n, singular, plural = `${singular}s`) => `${n} ${n === 1 ? singular : plural}`;
function didYouMean(word, candidates) {
  if (candidates.length === 0 || word.length > 80) return void 0;
  const best = (0, import_fastest_levenshtein.closest)(word, candidates);
  return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, Math.floor(word.length / 3)) ? best : void 0;
}

// src/matrix/assumptions.ts
var checkAssumptions = (partnership, assumptions) => assumptionProblems(partnership, assumptions).map(({ message }) => message);
function assumptionProblems(partnership, assumptions) {
  return Object.entries(assumptions).flatMap(([name, value]) => problemOf(partnership, name, value) ?? []);
}
function problemOf({ events, facts, readings, products }, name, value) {
  const onName = (message, suggestion2) => ({ name, about: "name", message, suggestion: suggestion2 });
  const oneOf2 = (values) => {
    if (typeof value === "string" && values.includes(value)) return void 0;
    const suggestion2 = didYouMean(String(value), values);
    return {
      name,
      about: "value",
      suggestion: suggestion2,
      message: `\`${name}\` cannot be \`${String(value)}\`: it is ${values.map((one) => `\`${one}\``).join(" or ")}.`
    };
  };
  const colon = name.indexOf(":");
  const id = colon < 0 ? name : name.slice(0, colon);
  const product = colon < 0 ? void 0 : name.slice(colon + 1);
  const fact = facts.get(id);
  if (product !== void 0 && !fact) {
    return onName(events.has(id) || readings.has(id) ? `\`${id}\` is the same for every product: leave out \`:${product}\`.` : `There is no fact \`${id}\`.`, events.has(id) || readings.has(id) ? id : void 0);
  }
  const event = events.get(id);
  if (event) {
    return event.status === "pending" ? oneOf2(["occurred", "never"]) : onName(`\`${id}\` is known: ${event.status === "never" ? "it will not happen" : "it has occurred"}. Only what is unknown can be assumed.`);
  }
  if (fact) {
    if (product !== void 0 && !products.has(product)) {
      const suggestion2 = didYouMean(product, [...products.keys()]);
      return onName(`There is no product \`${product}\`.`, suggestion2 === void 0 ? void 0 : `${id}:${suggestion2}`);
    }
    const values = product === void 0 ? [fact.value, ...fact.per.values()] : [fact.per.get(product) ?? fact.value];
    if (!values.includes("unknown")) {
      return onName(`\`${id}\` is known${product === void 0 ? "" : ` for \`${product}\``}: it is ${values.every((one) => one === values[0]) ? String(values[0]) : "stated for every product"}. Only what is unknown can be assumed.`);
    }
    return typeof value === "boolean" ? void 0 : oneOfTruths(name, value);
  }
  const reading = readings.get(id);
  if (reading) {
    return reading.adopted === void 0 ? oneOf2([...reading.choices.keys()]) : onName(`\`${reading.adopted}\` has been adopted for \`${id}\`. Only what is unknown can be assumed.`);
  }
  const suggestion = didYouMean(name, [...events.keys(), ...facts.keys(), ...readings.keys()]);
  return onName(`There is no event, fact or reading \`${name}\`.${suggestion === void 0 ? "" : ` Did you mean \`${suggestion}\`?`}`, suggestion);
}
var oneOfTruths = (name, value) => ({
  name,
  about: "value",
  message: `\`${name}\` cannot be \`${value}\`: a fact is \`true\` or \`false\`.`,
  suggestion: ["yes", "True", "TRUE", "true"].includes(value) ? "true" : ["no", "False", "FALSE", "false"].includes(value) ? "false" : void 0
});

// src/base/span.ts
var span = (start, end) => ({ start, end });

// src/rules/support/edits.ts
function payloadText(payload, key) {
  if (typeof payload !== "object" || payload === null || !(key in payload)) return void 0;
  const value = payload[key];
  return typeof value === "string" ? value : void 0;
}
function useSuggestion(finding) {
  const suggestion = payloadText(finding.payload, "suggestion");
  return suggestion === void 0 ? [] : [{ title: `Change to \`${suggestion}\``, edits: [{ span: finding.place, text: suggestion }], safe: true }];
}
function addEntry(text, map, key, value) {
  const last = map.entries[map.entries.length - 1];
  const first = map.entries[0];
  if (!last || !first) return { span: map.span, text: `{ ${key}: ${value} }` };
  if (map.flow) {
    const at = Math.max(last.span.end, endOfText(last.value));
    return { span: span(at, at), text: `, ${key}: ${value}` };
  }
  return addLine(text, Math.max(last.keySpan.end, endOfText(last.value)), columnOf(text, first.keySpan.start), `${key}: ${value}`);
}
function addItem(text, list, item) {
  const last = list.items[list.items.length - 1];
  if (!last) return { span: list.span, text: `[${item}]` };
  if (list.flow) return { span: span(endOfText(last), endOfText(last)), text: `, ${item}` };
  return addLine(text, endOfText(last), columnOf(text, list.span.start), `- ${item}`);
}
function startMapping(text, key, entry) {
  const colon = /^\s*:/.exec(text.slice(key.end, key.end + 80));
  if (!colon) return void 0;
  const at = key.end + colon[0].length;
  return { span: span(at, at), text: ` { ${entry} }` };
}
function removeEntry(text, entry) {
  const end = Math.max(entry.keySpan.end, endOfText(entry.value));
  return { span: span(startOfLine(text, entry.keySpan.start), text[end - 1] === "\n" ? end : afterLine(text, end)), text: "" };
}
function addLine(text, after, column, line) {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indented = " ".repeat(column) + line;
  if (text[after - 1] === "\n") return { span: span(after, after), text: indented + newline };
  const at = endOfLine(text, after);
  return { span: span(at, at), text: newline + indented };
}
function endOfText(node) {
  if (node.kind === "scalar" || node.flow) return node.span.end;
  if (node.kind === "seq") return node.items.reduce((end, item) => Math.max(end, endOfText(item)), node.span.start);
  return node.entries.reduce((end, entry) => Math.max(end, entry.keySpan.end, endOfText(entry.value)), node.span.start);
}
var startOfLine = (text, offset) => text.lastIndexOf("\n", offset - 1) + 1;
var columnOf = (text, offset) => offset - startOfLine(text, offset);
function endOfLine(text, offset) {
  const at = text.indexOf("\n", offset);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" ? at - 1 : at;
}
function afterLine(text, offset) {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

// src/syntax/tree.ts
function entryOf(map, key) {
  return map.entries.find((entry) => entry.key === key);
}

// src/rules/support/places.ts
function nodeAt(partnership, file, path) {
  let node = partnership.files.get(file)?.tree.root ?? void 0;
  for (const key of path) node = node?.kind === "map" ? entryOf(node, key)?.value : void 0;
  return node;
}
var placeOf = (file, node) => ({ file, start: node.span.start, end: node.span.end });
var agreementPath = (agreement) => ["agreements", agreement.id];
var clausePath = (clause) => ["agreements", clause.agreement, "clauses", clause.local];
function clauseValue(partnership, clause, key) {
  const node = nodeAt(partnership, clause.place.file, [...clausePath(clause), key]);
  return node && placeOf(clause.place.file, node);
}
function agreementValue(partnership, agreement, key) {
  const node = nodeAt(partnership, agreement.place.file, [...agreementPath(agreement), key]);
  return node && placeOf(agreement.place.file, node);
}
function* mappingsOf(node) {
  if (node.kind === "map") {
    yield node;
    for (const entry of node.entries) yield* mappingsOf(entry.value);
  } else if (node.kind === "seq") {
    for (const item of node.items) yield* mappingsOf(item);
  }
}
function mappingAt(partnership, place) {
  const root = partnership.files.get(place.file)?.tree.root;
  for (const map of root ? mappingsOf(root) : []) {
    if (map.span.start === place.start && map.span.end === place.end) return map;
  }
  return void 0;
}
function listAt(partnership, file, path) {
  const node = nodeAt(partnership, file, path);
  return node?.kind === "seq" ? node : void 0;
}
var inMain = (partnership, declared) => declared.place.file === partnership.file;
var mainClauses = (partnership) => [...partnership.clauses.values()].filter((clause) => inMain(partnership, clause));
var mainAgreements = (partnership) => [...partnership.agreements.values()].filter((agreement) => inMain(partnership, agreement));
function latestFirst(partnership, clauses) {
  const start = (clause) => partnership.agreements.get(clause.agreement)?.start ?? clause.start;
  return [...clauses].sort((a, b) => start(a) === start(b) ? b.place.start - a.place.start : start(b) - start(a));
}
function importClosures(partnership) {
  return (partnership.files.get(partnership.file)?.imports ?? []).map(({ place, file }) => {
    const files = /* @__PURE__ */ new Set();
    const open = [file];
    for (let next = open.pop(); next !== void 0; next = open.pop()) {
      if (files.has(next)) continue;
      files.add(next);
      open.push(...(partnership.files.get(next)?.imports ?? []).map((imported) => imported.file));
    }
    return { place, files };
  });
}
function placeAmong(partnership, clauses, files) {
  const ordered = latestFirst(partnership, clauses);
  const own = ordered.find((clause) => inMain(partnership, clause));
  if (own) return own.place;
  const closures = importClosures(partnership);
  if (closures.some((closure) => files.every((file) => closure.files.has(file)))) return void 0;
  const latest = ordered[0];
  return closures.find((closure) => latest !== void 0 && closure.files.has(latest.place.file))?.place;
}

// src/rules/bad-assumption.ts
var badAssumption = {
  code: "bad-assumption",
  severity: "error",
  title: "Assumption that cannot be made",
  rationale: "Only what is unknown can be assumed: a pending event is `occurred` or `never`, an open fact `true` or `false` (for one product as `fact:product`), and a reading that nobody adopted is one of its choices. The expectation is not evaluated until this is put right.",
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is out of service }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, unless: outage }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, assume: { outage: yes }, status: unspecified }
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
facts:
  outage: { name: Cirrus North is out of service }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north, unless: outage }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, assume: { outage: true }, status: unspecified }
` },
  *check({ partnership }) {
    for (const { assume, place } of partnership.expectations) {
      const map = mappingAt(partnership, place)?.entries.find(({ key }) => key === "assume")?.value;
      for (const { name, about, message, suggestion } of assumptionProblems(partnership, assume)) {
        const entry = map?.kind === "map" ? map.entries.find(({ key }) => key === name) : void 0;
        const at = !entry ? place : about === "name" ? { file: place.file, ...entry.keySpan } : placeOf(place.file, entry.value);
        yield { place: at, message, related: [], payload: { suggestion } };
      }
    }
  },
  fixes: useSuggestion
};

// src/rules/bad-currency.ts
var badCurrency = {
  code: "bad-currency",
  severity: "error",
  title: "Currency that is not known",
  rationale: "Currencies are written with their ISO 4217 code. Codes that were withdrawn, such as those of the euro's predecessors, are not known.",
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 million DEM }
`
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round: { type: investment, by: harbour, to: tidal, amount: 50 million EUR }
`
  },
  check: problemsOf("bad-currency")
};

// src/rules/bad-date.ts
var badDate = {
  code: "bad-date",
  severity: "error",
  title: "Date that is none",
  rationale: "A date is a year, a month or a day of the calendar: `2026`, `2026-02` or `2026-02-27`. A date that cannot be read leaves the term without that bound.",
  bad: {
    text: `entente: 1
as-of: 2026-02-30
title: Payroll hosting
`
  },
  good: {
    text: `entente: 1
as-of: 2026-02-28
title: Payroll hosting
`
  },
  check: problemsOf("bad-date")
};

// src/rules/bad-duration.ts
var badDuration = {
  code: "bad-duration",
  severity: "error",
  title: "Duration that is none",
  rationale: "A duration is written in words, such as `6 months`, or in ISO 8601, such as `P6M`; a lead may also be `open-ended` or `none`. A lead that cannot be read counts as open-ended.",
  bad: {
    text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: half a year
`
  },
  good: {
    text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
`
  },
  check: problemsOf("bad-duration")
};

// src/rules/bad-id.ts
var badId = {
  code: "bad-id",
  severity: "error",
  title: "Id in the wrong form",
  rationale: "Ids are small letters, digits and single hyphens, such as `claims-portal`. One form everywhere means that an id can be found, renamed and quoted on a command line. The name in words goes under `name`.",
  bad: {
    text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
products:
  Claims_Portal: { name: Claims portal, owner: aldgate }
`
  },
  good: {
    text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
products:
  claims-portal: { name: Claims portal, owner: aldgate }
`
  },
  check: problemsOf("bad-id")
};

// src/rules/support/names.ts
var nameOf = (declared, id) => declared.get(id)?.name ?? id;
var namesOf = (declared, ids) => listWords([...ids].map((id) => nameOf(declared, id)));
var quoted = (ids, conjunction = "and") => listWords([...ids].map((id) => `\`${id}\``), conjunction);

// src/rules/circular-override.ts
var circularOverride = {
  code: "circular-override",
  severity: "error",
  title: "Clauses that yield to each other",
  rationale: "If each of several clauses gives way to the next one round a circle, nobody can say which one counts. None of these overrides has an effect until one is removed.",
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus:
        type: exclusivity
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
        subject-to: [stratus-deal/on-stratus]
  stratus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-06
    through: 2028
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
        subject-to: [cirrus-deal/only-cirrus]
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus:
        type: exclusivity
        by: meteo
        to: cirrus
        products: [nowcast]
        cloud: cirrus-north
  stratus-deal:
    parties: [meteo, cirrus, stratus]
    signed: 2025-06
    through: 2028
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
        subject-to: [cirrus-deal/only-cirrus]
` },
  *check({ partnership, matrix }) {
    for (const cycle of matrix.precedence.cycles) {
      const places = [];
      for (const id of cycle) {
        const clause = partnership.clauses.get(id);
        for (const { clause: other, place: place2 } of [...clause?.subjectTo ?? [], ...clause?.notwithstanding ?? []]) {
          if (cycle.includes(other)) places.push(place2);
        }
      }
      const own = places.filter(({ file }) => file === partnership.file).sort((a, b) => b.start - a.start);
      const [place] = own;
      if (!place) continue;
      yield {
        place,
        message: cycle.length === 1 ? `${quoted(cycle)} yields to itself.` : `${quoted([...cycle].sort())} yield to each other in a circle; none of these overrides has an effect.`,
        related: places.filter((other) => other !== place).map((other) => ({ place: other, message: "This override closes the circle" })),
        payload: { clauses: cycle }
      };
    }
  }
};

// src/rules/circular-supersession.ts
var circularSupersession = {
  code: "circular-supersession",
  severity: "error",
  title: "Agreements that supersede each other",
  rationale: "If each of several agreements ends the next one round a circle, none of them can be the one that stands. Remove the supersession that the texts do not contain.",
  bad: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    supersedes: [hosting-renewed]
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-renewed:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  good: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-renewed:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  *check({ partnership }) {
    const circles = circlesOf(partnership);
    for (const agreement of mainAgreements(partnership)) {
      for (const { agreement: target, place } of agreement.supersedes) {
        if (target === agreement.id || circles.get(agreement.id) === void 0 || circles.get(agreement.id) !== circles.get(target)) continue;
        const declared = partnership.agreements.get(target);
        yield {
          place,
          message: `\`${agreement.id}\` supersedes \`${target}\`, which supersedes it in turn. Each ends the other as if there were no circle.`,
          related: declared ? [{ place: declared.place, message: `\`${target}\`` }] : []
        };
      }
    }
  }
};
function circlesOf({ agreements }) {
  const reach = /* @__PURE__ */ new Map();
  for (const { id, supersedes } of agreements.values()) {
    if (supersedes.length === 0) continue;
    const seen = /* @__PURE__ */ new Set();
    const open = supersedes.map(({ agreement }) => agreement);
    for (let next = open.pop(); next !== void 0; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(agreements.get(next)?.supersedes ?? []).map(({ agreement }) => agreement));
    }
    reach.set(id, seen);
  }
  const circles = /* @__PURE__ */ new Map();
  for (const [id, seen] of reach) {
    if (circles.has(id)) continue;
    const members = [...seen].filter((other) => other !== id && reach.get(other)?.has(id));
    if (members.length > 0) for (const member of [id, ...members]) circles.set(member, circles.get(id) ?? circles.size);
  }
  return circles;
}

// src/base/dates.ts
var BEGINNING = -Infinity;
var FOREVER = Infinity;
var MS_PER_DAY = 864e5;
function dayOf(year, month, day) {
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}
function daysInMonth(year, month) {
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
function calendarOf(day) {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
var pad = (value, width) => String(value).padStart(width, "0");
function formatDay(day) {
  if (day === BEGINNING) return "the beginning";
  if (day === FOREVER) return "no end";
  const { year, month, day: dayOfMonth } = calendarOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}
function parseDate(text) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return void 0;
  const year = Number(match[1]);
  if (year < 1) return void 0;
  if (match[2] === void 0) {
    return { text, precision: "year", first: dayOf(year, 1, 1), next: dayOf(year + 1, 1, 1) };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return void 0;
  if (match[3] === void 0) {
    return { text, precision: "month", first: dayOf(year, month, 1), next: dayOf(year, month + 1, 1) };
  }
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return void 0;
  const first = dayOf(year, month, day);
  return { text, precision: "day", first, next: first + 1 };
}
var UNITS = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  year: { months: 12, days: 0 }
};
function parseDuration(text) {
  const iso = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(text);
  if (iso && text.length > 1) {
    const [years, months, weeks, days] = iso.slice(1).map((part) => Number(part ?? 0));
    return { text, months: years * 12 + months, days: weeks * 7 + days };
  }
  const words = /^(\d{1,6}) +(day|week|month|year)s?$/i.exec(text);
  const unit = words && UNITS[(words[2] ?? "").toLowerCase()];
  if (!words || !unit) return void 0;
  const count2 = Number(words[1]);
  return { text, months: unit.months * count2, days: unit.days * count2 };
}
function addDuration(day, duration) {
  if (!Number.isFinite(day)) return day;
  const { year, month, day: dayOfMonth } = calendarOf(day);
  const index = year * 12 + (month - 1) + duration.months;
  const newYear = Math.floor(index / 12);
  const newMonth = index % 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))) + duration.days;
}
function describeInterval({ from, to }) {
  if (from === BEGINNING) return to === FOREVER ? "on every day" : `until ${formatDay(to - 1)}`;
  if (to === FOREVER) return `from ${formatDay(from)} on`;
  if (to === from + 1) return `on ${formatDay(from)}`;
  return `from ${formatDay(from)} through ${formatDay(to - 1)}`;
}

// src/rules/support/terms.ts
var NO_EVENTS = /* @__PURE__ */ new Map();
function latestEnd(end, events) {
  switch (end.kind) {
    case "open":
      return FOREVER;
    case "day":
      return end.day;
    case "event":
      return dayOfEvent(end.event, events) ?? FOREVER;
    case "earliest":
      return Math.min(...end.of.map((part) => latestEnd(part, events)));
    case "latest":
      return Math.max(...end.of.map((part) => latestEnd(part, events)));
  }
}
function earliestEnd(end, events, asOf) {
  switch (end.kind) {
    case "open":
      return FOREVER;
    case "day":
      return end.day;
    case "event":
      return events.get(end.event)?.status === "never" ? FOREVER : dayOfEvent(end.event, events) ?? asOf + 1;
    case "earliest":
      return Math.min(...end.of.map((part) => earliestEnd(part, events, asOf)));
    case "latest":
      return Math.max(...end.of.map((part) => earliestEnd(part, events, asOf)));
  }
}
var datedEnd = (end) => latestEnd(end, NO_EVENTS);
function eventsOf(end) {
  switch (end.kind) {
    case "open":
    case "day":
      return [];
    case "event":
      return [end.event];
    case "earliest":
    case "latest":
      return end.of.flatMap(eventsOf);
  }
}
var dayOfEvent = (id, events) => {
  const event = events.get(id);
  return event?.status === "occurred" ? event.on : void 0;
};
function inForce(clause, end, endings = []) {
  let runs = [{ from: clause.start, to: end }];
  for (const ending of endings) {
    runs = runs.flatMap((run) => [
      { from: run.from, to: Math.min(run.to, ending.from) },
      { from: Math.max(run.from, ending.to), to: run.to }
    ]);
  }
  return runs.filter(({ from, to }) => from < to);
}
function overlaps(a, b) {
  return a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }))).filter(({ from, to }) => from < to).sort((x, y) => x.from - y.from);
}
var severityInTime = (certain, to, asOf) => to <= asOf ? "information" : certain ? "error" : "warning";
function readingsOf(clause) {
  const readings = /* @__PURE__ */ new Set();
  const visit = (condition) => {
    if (!condition) return;
    switch (condition.kind) {
      case "event":
      case "fact":
        return;
      case "reading":
        readings.add(condition.id);
        return;
      case "all":
      case "any":
        condition.of.forEach(visit);
        return;
      case "not":
        visit(condition.of);
    }
  };
  visit(clause.when);
  visit(clause.unless);
  if (clause.lead.kind === "reading") readings.add(clause.lead.reading);
  return readings;
}

// src/rules/conflict.ts
var conflict = {
  code: "conflict",
  severity: "error",
  title: "Two promises that cannot both be kept",
  rationale: "One party may insist that the product is served here, another may insist that it is not. Nothing is read into the texts: neither the later nor the more specific clause wins. It is an error where it is certain and not yet over, a warning where it depends on something unknown, and information where it is over. To settle it, let a holder give up its right (`supersedes`, `amends`) or let one clause yield (`subject-to`, `notwithstanding`) in an agreement that the holder signed.",
  bad: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2029
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
` },
  good: { text: `entente: 1
as-of: 2026-06-01
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
  stratus: { name: Stratus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  stratus-deal:
    parties: [meteo, stratus]
    signed: 2026-01
    through: 2029
    clauses:
      on-stratus:
        type: availability
        by: meteo
        to: stratus
        products: [nowcast]
        cloud: stratus-eu
        strength: must
        from: 2029
` },
  *check({ partnership, matrix }) {
    for (const { severity, clashes, clauses } of groupsOf(partnership, matrix)) {
      const first = clashes[0];
      const files = clashes.flatMap(({ product, cloud }) => [partnership.products.get(product)?.place.file ?? "", partnership.clouds.get(cloud)?.place.file ?? ""]);
      const place = placeAmong(partnership, clauses, [...clauses.map((clause) => clause.place.file), ...files]);
      if (!first || !place) continue;
      yield {
        place,
        severity,
        message: [...sentences(partnership, clashes, clauses, severity), ...dependence(matrix, clashes)].join(" "),
        related: clauses.filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
        payload: {
          clauses: first.clauses,
          cells: clashes.map(({ product, cloud, from, to }) => ({ product, cloud, from, to })),
          certain: first.certain
        }
      };
    }
  }
};
function groupsOf(partnership, matrix) {
  const groups = /* @__PURE__ */ new Map();
  for (const clash2 of matrix.clashes()) {
    const key = `${severityInTime(clash2.certain, clash2.to, partnership.asOf)} ${clash2.certain} ${clash2.clauses.join(" ")}`;
    const group = groups.get(key);
    if (group) group.push(clash2);
    else groups.set(key, [clash2]);
  }
  return [...groups.values()].flatMap((clashes) => {
    const first = clashes[0];
    if (!first) return [];
    const clauses = latestFirst(partnership, first.clauses.map((id) => partnership.clauses.get(id)).filter((clause) => clause !== void 0));
    return [{ severity: severityInTime(first.certain, Math.max(...clashes.map(({ to }) => to)), partnership.asOf), clashes, clauses }];
  });
}
function sentences(partnership, clashes, clauses, severity) {
  const over = severity === "information";
  const [first] = clashes;
  const cells = clashes.map((clash2) => ({
    products: [clash2.product],
    clouds: [clash2.cloud],
    from: clash2.from,
    to: clash2.to,
    roles: rolesOn(partnership, clash2.cloud, clauses, over)
  }));
  const byCloud = merge(cells, (part) => [part.clouds, part.from, part.to, part.roles], (a, b) => ({ ...a, products: [...a.products, ...b.products] }));
  const parts = merge(byCloud, (part) => [part.products, part.from, part.to, part.roles], (a, b) => ({ ...a, clouds: [...a.clouds, ...b.clouds] }));
  const cannot = over ? "could not" : first?.certain ? "cannot" : "may not be able to";
  return parts.map(({ products, clouds, roles, ...days }) => `${namesOf(partnership.products, products)} ${cannot} be both served and not served on ${namesOf(partnership.clouds, clouds)} ${describeInterval(days)}: ${roles}.`);
}
function merge(parts, key, join) {
  const merged = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const at = JSON.stringify(key(part), (_, value) => typeof value === "number" ? String(value) : value);
    const same = merged.get(at);
    merged.set(at, same ? join(same, part) : part);
  }
  return [...merged.values()];
}
function rolesOn(partnership, cloud, clauses, over) {
  const all = new Set(partnership.clouds.keys());
  const by = (role) => clauses.filter((clause) => clause.type.contributions(clause, all).some((contribution) => contribution.role === role && contribution.clouds.has(cloud))).map(({ id }) => id).sort();
  const said = [["claim", "claim", "claimed"], ["leave", "permit", "permitted"], ["bar", "bar", "barred"]].flatMap(([role, verb, past]) => {
    const ids = by(role);
    return ids.length === 0 ? [] : [`${quoted(ids)} ${over ? past : ids.length === 1 ? `${verb}s` : verb} it`];
  });
  return listWords(said);
}
function dependence(matrix, clashes) {
  const unknowns = /* @__PURE__ */ new Set();
  for (const clash2 of clashes) {
    if (!clash2.certain) for (const unknown of matrix.cell(clash2.product, clash2.cloud, someDay(clash2)).unknowns) unknowns.add(unknown);
  }
  return unknowns.size === 0 ? [] : [`That depends on ${quoted([...unknowns].sort())}.`];
}
var someDay = ({ from, to }) => Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : 0;

// src/rules/conflicting-keys.ts
var conflictingKeys = {
  code: "conflicting-keys",
  severity: "error",
  title: "Two keys that exclude each other",
  rationale: "`until` and `through` both end the term, and `cloud` and `clouds` both name where. With both of a pair a reader cannot tell which one the parties meant. Keep one. To end a term on the earlier of two days, write `until: { earliest: [..] }`.",
  bad: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    until: 2028-01-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availability, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
`
  },
  good: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availability, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
`
  },
  check: problemsOf("conflicting-keys")
};

// src/rules/dangling-supersession.ts
var danglingSupersession = {
  code: "dangling-supersession",
  severity: "error",
  title: "Supersession of something that does not exist",
  rationale: "The agreement or clause that is to be ended is not in this file or its imports, so nothing ends. If the old text is in another file, import it; if nobody has it, write that in a `note`.",
  bad: {
    text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2020]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
`
  },
  good: {
    text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2022]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
`
  },
  check: problemsOf("dangling-supersession"),
  fixes: useSuggestion
};

// src/rules/support/sources.ts
function sourcesOf(partnership) {
  return mainAgreements(partnership).flatMap((agreement) => [agreement.source, ...agreement.clauses.map(({ source }) => source)]).filter((source) => source !== void 0);
}

// src/rules/document-not-found.ts
var documentNotFound = {
  code: "document-not-found",
  severity: "warning",
  title: "Source document that cannot be read",
  rationale: "The source names a text or Markdown file that is not there, so quotes from it cannot be checked. The path is relative to this file and stays inside the workspace. Anything that is not such a path counts as the title of a document and is not looked for.",
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./termsheet.md
          quote: an amount of
          at: section 2.1
`,
    files: {
      "term-sheet.md": `# Series C term sheet

2.1 The Investor will invest an amount of \u201Cfifty million euros\u201D
    at closing.
`
    }
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./term-sheet.md
          quote: an amount of
          at: section 2.1
`,
    files: {
      "term-sheet.md": `# Series C term sheet

2.1 The Investor will invest an amount of \u201Cfifty million euros\u201D
    at closing.
`
    }
  },
  *check({ partnership, documents }) {
    for (const { document, documentPlace } of sourcesOf(partnership)) {
      if (document === void 0 || !documentPlace || documents.get(document) !== null) continue;
      yield { place: documentPlace, message: `\`${document}\` cannot be read.`, related: [] };
    }
  }
};

// src/rules/duplicate-id.ts
var duplicateId = {
  code: "duplicate-id",
  severity: "error",
  title: "Id declared twice",
  rationale: "Two files declare the same id, or an event and a fact share one. References could mean either, so the tools would be guessing. The first declaration counts until one of the two is renamed.",
  bad: {
    text: `entente: 1
import: [./clouds.entente.yaml]
parties:
  basalt: { name: Basalt Hosting }
`,
    files: {
      "clouds.entente.yaml": `entente: 1
parties:
  basalt: { name: Basalt Limited }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
`
    }
  },
  good: {
    text: `entente: 1
import: [./clouds.entente.yaml]
parties:
  kestrel: { name: Kestrel Bank }
`,
    files: {
      "clouds.entente.yaml": `entente: 1
parties:
  basalt: { name: Basalt Limited }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
`
    }
  },
  check: problemsOf("duplicate-id")
};

// src/rules/duplicate-key.ts
var duplicateKey = {
  code: "duplicate-key",
  severity: "error",
  title: "Key written twice",
  rationale: "Two entries of one mapping have the same name. Only the first one counts, so a promise may be lost without anybody noticing. Give the second a name of its own, or remove it.",
  bad: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
  helix: { name: Helix Genomics Europe }
`
  },
  good: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
  helix-europe: { name: Helix Genomics Europe }
`
  },
  check: problemsOf("duplicate-key")
};

// src/rules/end-before-start.ts
var endBeforeStart = {
  code: "end-before-start",
  severity: "error",
  title: "Term that ends before it starts",
  rationale: "A term with no day in it is never in force. One of the two dates is wrong. Remember that `until` ends the term the day before, while `through` includes the whole of its day, month or year.",
  bad: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2026-07-01
    through: 2028
    clauses:
      tiles-on-terrace:
        type: availability
        by: orbit
        to: terrace
        products: [tiles]
        cloud: terrace-west
        strength: must
        until: 2026
`
  },
  good: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2026-07-01
    through: 2028
    clauses:
      tiles-on-terrace:
        type: availability
        by: orbit
        to: terrace
        products: [tiles]
        cloud: terrace-west
        strength: must
        through: 2026
`
  },
  *check({ partnership }) {
    for (const agreement of mainAgreements(partnership)) {
      const place = agreementValue(partnership, agreement, "until") ?? agreementValue(partnership, agreement, "through");
      if (place) yield* compare("The agreement", agreement.start, datedEnd(agreement.end), place, agreement.effective?.place ?? agreement.signed?.place);
      for (const amendment of agreement.amends) {
        if (amendment.effect !== "suspend" || amendment.until === void 0) continue;
        const until = mappingAt(partnership, amendment.place)?.entries.find(({ key }) => key === "until");
        yield* compare("The suspension", agreement.start, amendment.until, until ? placeOf(agreement.place.file, until.value) : amendment.place, agreement.effective?.place ?? agreement.signed?.place);
      }
    }
    for (const clause of mainClauses(partnership)) {
      const from = clauseValue(partnership, clause, "from");
      const end = clauseValue(partnership, clause, "until") ?? clauseValue(partnership, clause, "through");
      const place = end ?? from;
      const agreement = partnership.agreements.get(clause.agreement);
      if (place) yield* compare("The clause", clause.start, datedEnd(clause.end), place, from ?? agreement?.effective?.place ?? agreement?.signed?.place);
    }
  }
};
function* compare(what, start, end, place, started) {
  if (end > start) return;
  yield {
    place,
    message: `${what} starts on ${formatDay(start)} and ends ${end === start ? "before that day" : `already before ${formatDay(end)}`}: it has no day.`,
    related: started && started.start !== place.start ? [{ place: started, message: "The start" }] : []
  };
}

// src/rules/event-in-future.ts
var eventInFuture = {
  code: "event-in-future",
  severity: "error",
  title: "Event that occurred in the future",
  rationale: "The event is said to have occurred on a day after `as-of`, the day on which the author's knowledge ends. What is only expected is `pending`. If it did happen, move `as-of`.",
  bad: { text: `entente: 1
as-of: 2026-06-01
events:
  approval:
    name: The regulator approves
    status: occurred
    on: 2026-09-15
` },
  good: { text: `entente: 1
as-of: 2026-06-01
events:
  approval:
    name: The regulator approves
    status: occurred
    on: 2026-05-15
` },
  *check({ partnership }) {
    for (const event of partnership.events.values()) {
      if (event.on === void 0 || event.on <= partnership.asOf || !inMain(partnership, event)) continue;
      const on = nodeAt(partnership, event.place.file, ["events", event.id, "on"]);
      yield {
        place: on ? placeOf(event.place.file, on) : event.place,
        message: `\`${event.id}\` occurred on ${formatDay(event.on)}, but knowledge ends on ${formatDay(partnership.asOf)}.`,
        related: []
      };
    }
  }
};

// src/rules/no-end.ts
var noEnd = {
  code: "no-end",
  severity: "information",
  title: "Exclusivity without an end",
  rationale: "An exclusivity or exclusive licence without an end binds for ever. That is rarely meant, and in some laws not valid. Give the clause or its agreement a term, or a note that says why it has none.",
  bad: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
` },
  good: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        through: 2028
` },
  *check({ partnership, matrix }) {
    for (const clause of mainClauses(partnership)) {
      if (!bindsForEver(clause, partnership, matrix) || mayEnd(clause, partnership)) continue;
      const never = eventsOf(clause.end).length > 0;
      const what = clause.type.name === "license" ? "exclusive licence" : "exclusivity";
      yield {
        place: clause.place,
        message: never ? `This ${what} ends only with an event that will not happen.` : clause.end.kind === "open" && clause.end.unstated ? `The source does not say when this ${what} ends; it counts as having no end.` : `This ${what} has no end.`,
        related: []
      };
    }
  }
};
function bindsForEver(clause, partnership, matrix) {
  const exclusive = clause.type.name === "exclusivity" || clause.type.name === "license" && clause.exclusive;
  return exclusive && inForce(clause, latestEnd(clause.end, partnership.events), matrix.precedence.endings.get(clause.id)).some(({ to }) => to === FOREVER);
}
var mayEnd = (clause, { events }) => eventsOf(clause.end).some((id) => events.get(id)?.status === "pending");

// src/rules/event-only-end.ts
var eventOnlyEnd = {
  code: "event-only-end",
  severity: "information",
  title: "Exclusivity that only an event ends",
  rationale: "An exclusivity or exclusive licence that ends only when something happens binds for ever if it does not. Consider a last day beside the event: `until: { earliest: [{ event: .. }, 2030-01-01] }`.",
  bad: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
events:
  sequel: { name: The sequel is released, status: pending }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        until: { event: sequel }
` },
  good: { text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
events:
  sequel: { name: The sequel is released, status: pending }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2025-03
    clauses:
      only-vault:
        type: exclusivity
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        until: { earliest: [{ event: sequel }, 2031] }
` },
  *check({ partnership, matrix }) {
    for (const clause of mainClauses(partnership)) {
      if (!bindsForEver(clause, partnership, matrix) || !mayEnd(clause, partnership)) continue;
      const events = [...new Set(eventsOf(clause.end))];
      yield {
        place: clauseValue(partnership, clause, "until") ?? clause.place,
        message: `\`${clause.id}\` ends only if ${quoted(events)} ${events.length === 1 ? "happens" : "happen"}; no date ends it.`,
        related: events.flatMap((id) => {
          const event = partnership.events.get(id);
          return event ? [{ place: event.place, message: event.name }] : [];
        })
      };
    }
  }
};

// src/rules/expectation.ts
function runExpectation(expectation, matrix) {
  const { at, product, cloud, status, certain, possible, because, assume } = expectation;
  const expected = {
    ...status === void 0 ? {} : { status },
    ...certain === void 0 ? {} : { certain },
    ...possible === void 0 ? {} : { possible },
    ...because === void 0 ? {} : { because }
  };
  if (at === void 0 || product === void 0 || cloud === void 0) {
    return { pass: false, actual: void 0, expected, differences: ["The entry does not say which cell it means: it needs `at`, `product` and `cloud`."] };
  }
  const unknown = [...matrix.partnership.products.has(product) ? [] : [`product \`${product}\``], ...matrix.partnership.clouds.has(cloud) ? [] : [`cloud \`${cloud}\``]];
  if (unknown.length > 0) return { pass: false, actual: void 0, expected, differences: [`There is no ${listWords(unknown, "or")}.`] };
  const actual = matrix.cell(product, cloud, at, assume);
  const differences = [];
  const where = `on ${formatDay(at)}`;
  if (status !== void 0 && status !== actual.status) differences.push(`The status ${where} is \`${actual.status}\`, not \`${status}\`.`);
  if (certain !== void 0 && certain !== actual.certain) {
    differences.push(actual.certain ? `The status ${where} is certain.` : `The status ${where} is not certain${actual.unknowns.length > 0 ? `: it depends on ${quoted(actual.unknowns)}` : ""}.`);
  }
  const statuses = actual.possible.map((one) => one.status);
  if (possible !== void 0 && !sameSet(possible, statuses)) differences.push(`Possible ${where}: ${named(statuses)}, not ${named(possible)}.`);
  if (because !== void 0 && !sameSet(because, actual.because)) differences.push(`The status ${where} is decided by ${named(actual.because)}, not by ${named(because)}.`);
  return { pass: differences.length === 0, actual, expected, differences };
}
var named = (ids) => ids.length === 0 ? "nothing" : quoted(ids);
function sameSet(a, b) {
  const other = new Set(b);
  return new Set(a).size === other.size && a.every((item) => other.has(item));
}

// src/rules/failed-expectation.ts
var failedExpectation = {
  code: "failed-expectation",
  severity: "error",
  title: "Expectation that is not met",
  rationale: "An entry of `expect` says what a cell must be, and it is something else. Either the clauses do not say what was meant, or the expectation is out of date. Find out which before you change either.",
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, status: available }
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
expect:
  - { at: 2026-06-01, product: nowcast, cloud: stratus-eu, status: barred, because: [cirrus-deal/only-cirrus] }
` },
  *check({ partnership, matrix }) {
    for (const expectation of partnership.expectations) {
      if (checkAssumptions(partnership, expectation.assume).length > 0) continue;
      const { pass, actual, expected, differences } = runExpectation(expectation, matrix);
      if (pass || !actual) continue;
      yield {
        place: expectation.place,
        message: differences.join(" "),
        related: actual.because.flatMap((id) => {
          const clause = partnership.clauses.get(id);
          return clause ? [{ place: clause.place, message: `\`${id}\` decides the status` }] : [];
        }),
        payload: {
          actual: {
            ...expected.status === void 0 ? {} : { status: actual.status },
            ...expected.certain === void 0 ? {} : { certain: String(actual.certain) },
            ...expected.possible === void 0 ? {} : { possible: `[${actual.possible.map(({ status }) => status).join(", ")}]` },
            ...expected.because === void 0 ? {} : { because: `[${actual.because.join(", ")}]` }
          }
        }
      };
    }
  },
  fixes({ payload, place }, partnership) {
    const map = mappingAt(partnership, place);
    const { actual } = payload;
    if (!map || actual["status"] === "undecided") return [];
    const edits = map.entries.flatMap(({ key, value }) => {
      const text = Object.hasOwn(actual, key) ? actual[key] : void 0;
      return text === void 0 || value.kind !== "scalar" && !value.flow ? [] : [{ span: value.span, text }];
    });
    return edits.length === 0 ? [] : [{ title: "Expect what the clauses say", edits, safe: false }];
  }
};

// src/rules/import-cycle.ts
var inMainFile = problemsOf("import-cycle");
var importCycle = {
  code: "import-cycle",
  severity: "error",
  title: "Imports that go in a circle",
  rationale: "Files that import each other in a circle have no first one, so which of two declarations counts would depend on where one starts to read. Move what both need into a third file that imports neither.",
  bad: {
    text: `entente: 1
import: [./hosting.entente.yaml]
parties:
  aldgate: { name: Aldgate Insurance }
`,
    files: {
      "hosting.entente.yaml": `entente: 1
import: [./main.entente.yaml]
parties:
  basalt: { name: Basalt Hosting }
`
    }
  },
  good: {
    text: `entente: 1
import: [./hosting.entente.yaml]
parties:
  aldgate: { name: Aldgate Insurance }
`,
    files: {
      "hosting.entente.yaml": `entente: 1
parties:
  basalt: { name: Basalt Hosting }
`
    }
  },
  *check(input) {
    yield* inMainFile(input);
    const { partnership } = input;
    for (const { code, place, payload } of partnership.problems) {
      if (code !== "import-cycle" || place.file === partnership.file || payloadText(payload, "target") !== partnership.file) continue;
      const through = importClosures(partnership).find(({ files }) => files.has(place.file));
      if (!through) continue;
      yield {
        place: through.place,
        message: "What is imported here imports this file in turn; the circle is cut there.",
        related: [{ place, message: "Here the circle closes" }]
      };
    }
  }
};

// src/rules/import-not-found.ts
var importNotFound = {
  code: "import-not-found",
  severity: "error",
  title: "Import that cannot be read",
  rationale: "The imported file is not there or cannot be read. Everything that it declares is missing, so other findings may only follow from this one. The path is relative to this file.",
  bad: {
    text: `entente: 1
import:
  - ./shared/cloud.entente.yaml
title: Nowcasting
`,
    files: {
      "shared/clouds.entente.yaml": `entente: 1
clouds:
  cirrus-north: { name: Cirrus North }
`
    }
  },
  good: {
    text: `entente: 1
import:
  - ./shared/clouds.entente.yaml
title: Nowcasting
`,
    files: {
      "shared/clouds.entente.yaml": `entente: 1
clouds:
  cirrus-north: { name: Cirrus North }
`
    }
  },
  check: problemsOf("import-not-found")
};

// src/rules/import-outside-workspace.ts
var importOutsideWorkspace = {
  code: "import-outside-workspace",
  severity: "error",
  title: "Import from outside the workspace",
  rationale: "Imports stay inside the workspace folder, so that opening a file never reads anything else and everybody who has the folder gets the same result. Copy the file into the workspace.",
  bad: {
    text: `entente: 1
import:
  - ../elsewhere/clouds.entente.yaml
title: Nowcasting
`
  },
  good: {
    text: `entente: 1
import:
  - ./shared/clouds.entente.yaml
title: Nowcasting
`,
    files: {
      "shared/clouds.entente.yaml": `entente: 1
clouds:
  cirrus-north: { name: Cirrus North }
`
    }
  },
  check: problemsOf("import-outside-workspace")
};

// src/rules/ineffective-clause.ts
var ineffectiveClause = {
  code: "ineffective-clause",
  severity: "warning",
  title: "Clause that never has an effect",
  rationale: "Clauses of this type change the matrix, but this one changes no cell on any day, whatever happens: perhaps it covers no product, yields everywhere, was ended before it began, or its condition can never hold. Either the text means something else, or the clause is not needed.",
  bad: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix, kind: application }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      pipelines-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: { kind: pipeline }
        cloud: northwind-eu
        strength: must
` },
  good: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix, kind: application }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      pipelines-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: { kind: application }
        cloud: northwind-eu
        strength: must
` },
  *check({ partnership, matrix }) {
    const clouds = new Set(partnership.clouds.keys());
    for (const clause of mainClauses(partnership)) {
      if (clause.type.contributions(clause, clouds).length === 0 || matrix.everContributes(clause.id)) continue;
      if (datedEnd(clause.end) <= clause.start || partnership.problems.some(({ place }) => within(place, clause.whole))) continue;
      yield { place: clause.place, message: `\`${clause.id}\` changes no cell on any day: ${reason(clause, partnership, matrix.precedence)}.`, related: [] };
    }
  }
};
function reason(clause, partnership, { endings, yieldsTo }) {
  if (clause.products.size === 0) return partnership.products.size === 0 ? "the file has no products" : "it covers no product";
  if (clause.clouds.size === 0) return "it covers no cloud";
  const over = endings.get(clause.id) ?? [];
  if (inForce(clause, datedEnd(clause.end), over).length === 0) return `${quoted(new Set(over.map(({ by }) => by)))} ended it before it had begun`;
  const winners = yieldsTo.get(clause.id);
  if (winners) return `it yields to ${quoted([...winners].sort())} wherever it applies`;
  return "its conditions can never hold while it is in force";
}

// src/rules/judgment-needed.ts
var judgmentNeeded = {
  code: "judgment-needed",
  severity: "information",
  title: "Wording that somebody has to judge",
  rationale: "A clause that is in force turns on wording that can be read in more than one way, and nobody has said which reading is adopted. Until then the matrix shows what each reading leads to. Adopt one with `adopted`, and say in `by` and `because` who judged and why.",
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: { reading: launch-means, first-day: 3 months, first-quarter: none }
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
products:
  dictation: { name: Dictation, owner: vox }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
    adopted: first-day
    by: General counsel of Vox
agreements:
  launch:
    parties: [vox, stratus]
    signed: 2026-01-15
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: { reading: launch-means, first-day: 3 months, first-quarter: none }
` },
  *check({ partnership, matrix }) {
    const { asOf, events, clauses } = partnership;
    for (const reading of partnership.readings.values()) {
      if (reading.adopted !== void 0 || reading.choices.size < 2) continue;
      const users = [...clauses.values()].filter((clause) => readingsOf(clause).has(reading.id) && inForce(clause, latestEnd(clause.end, events), matrix.precedence.endings.get(clause.id)).some(({ to }) => to > asOf));
      const own = users.find((clause) => inMain(partnership, clause));
      const place = inMain(partnership, reading) ? reading.place : own && partnership.references.find((use) => use.namespace === "reading" && use.id === reading.id && use.role === "use" && use.place.file === partnership.file)?.place;
      if (users.length === 0 || !place) continue;
      const choices = [...reading.choices];
      yield {
        place,
        message: `${reading.question} ${choices.map(([id, text]) => `\`${id}\`: ${text}`).join("; ")}. Nobody has adopted a reading, and ${quoted(users.map(({ id }) => id))} ${users.length === 1 ? "turns" : "turn"} on it.`,
        related: users.map((clause) => ({ place: clause.place, message: `\`${clause.id}\` turns on it` })),
        payload: { reading: reading.id, choices: choices.map(([id]) => id) }
      };
    }
  },
  fixes({ payload }, partnership) {
    const reading = partnership.readings.get(payloadText(payload, "reading") ?? "");
    const file = reading?.place.file;
    const text = file === void 0 ? void 0 : partnership.files.get(file)?.text;
    const map = file === void 0 ? void 0 : nodeAt(partnership, file, ["readings", reading?.id ?? ""]);
    if (!reading || file === void 0 || text === void 0 || map?.kind !== "map") return [];
    return [...reading.choices.keys()].map((choice) => ({
      title: `Adopt \`${choice}\``,
      edits: [addEntry(text, map, "adopted", choice)],
      file,
      safe: false
    }));
  }
};

// src/rules/lead-without-start.ts
var leadWithoutStart = {
  code: "lead-without-start",
  severity: "warning",
  title: "Lead that is counted from an unstated day",
  rationale: "A lead such as `6 months` is counted from the first day of the term. Where that day is not stated, the lead counts as run out on every day of the matrix, which may be wrong for the first days. Find the date, if only the year.",
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cirrus-north: { name: Cirrus North }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    effective: unstated
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
      elsewhere-later: { type: availability, by: stratus, to: vox, products: [dictation], cloud: cirrus-north }
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
clouds:
  stratus-eu: { name: Stratus Europe, operator: stratus }
  cirrus-north: { name: Cirrus North }
products:
  dictation: { name: Dictation, owner: vox }
agreements:
  launch:
    parties: [vox, stratus]
    effective: 2026-01
    through: 2027
    clauses:
      dictation-first:
        type: first-availability
        by: vox
        to: stratus
        products: [dictation]
        cloud: stratus-eu
        lead: 6 months
      elsewhere-later: { type: availability, by: stratus, to: vox, products: [dictation], cloud: cirrus-north }
` },
  *check({ partnership }) {
    for (const clause of mainClauses(partnership)) {
      if (clause.type.name !== "first-availability" || clause.start !== BEGINNING || !hasDuration(clause.lead)) continue;
      const agreement = partnership.agreements.get(clause.agreement);
      const start = agreement?.effective ?? agreement?.signed;
      yield {
        place: clauseValue(partnership, clause, "lead") ?? clause.place,
        message: "The start of the term is not stated, so this lead counts as run out on every day.",
        related: start ? [{ place: start.place, message: "The start of the term" }] : []
      };
    }
  }
};
var hasDuration = (lead) => lead.kind === "reading" ? [...lead.by.values()].some(({ kind }) => kind === "duration") : lead.kind === "duration";

// src/rules/leave-against-exclusivity.ts
var leaveAgainstExclusivity = {
  code: "leave-against-exclusivity",
  severity: "warning",
  title: "Leave against one's own exclusivity",
  rationale: "A party permits what its own exclusivity forbids. It probably meant to give the exclusivity up, but a leave does not end or change another clause. If it did mean that, let the newer agreement say so: supersede or amend the exclusivity, or make it yield.",
  bad: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  side-letter:
    parties: [meteo, cirrus]
    signed: 2026-03
    through: 2028
    clauses:
      also-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
` },
  good: { text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
  stratus-eu: { name: Stratus Europe }
products:
  nowcast: { name: Nowcast, owner: meteo }
agreements:
  cirrus-deal:
    parties: [meteo, cirrus]
    signed: 2025-02
    through: 2028
    clauses:
      only-cirrus: { type: exclusivity, by: meteo, to: cirrus, products: [nowcast], cloud: cirrus-north }
  side-letter:
    parties: [meteo, cirrus]
    signed: 2026-03
    through: 2028
    amends: [{ target: cirrus-deal/only-cirrus, effect: end }]
    clauses:
      also-stratus: { type: availability, by: cirrus, to: meteo, products: [nowcast], cloud: stratus-eu }
` },
  *check({ partnership, matrix }) {
    const pairs = /* @__PURE__ */ new Map();
    for (const clash2 of matrix.clashes()) {
      const clauses = clash2.clauses.map((id) => partnership.clauses.get(id)).filter((clause) => clause !== void 0);
      for (const [leave, exclusivity2] of pairsOn(clauses, partnership, clash2.product, clash2.cloud)) {
        const key = `${leave.id} ${exclusivity2.id}`;
        const pair = pairs.get(key) ?? { leave, exclusivity: exclusivity2, products: /* @__PURE__ */ new Set(), clouds: /* @__PURE__ */ new Set(), days: clash2 };
        pair.products.add(clash2.product);
        pair.clouds.add(clash2.cloud);
        pairs.set(key, { ...pair, days: { from: Math.min(pair.days.from, clash2.from), to: Math.max(pair.days.to, clash2.to) } });
      }
    }
    for (const { leave, exclusivity: exclusivity2, products, clouds, days } of pairs.values()) {
      const place = placeAmong(partnership, [leave, exclusivity2], [leave.place.file, exclusivity2.place.file]);
      if (!place) continue;
      const holder = nameOf(partnership.parties, leave.by);
      yield {
        place,
        severity: days.to > partnership.asOf ? "warning" : "information",
        message: `${holder} permits ${namesOf(partnership.products, products)} on ${namesOf(partnership.clouds, clouds)} by \`${leave.id}\`, but ${holder} also holds the exclusivity \`${exclusivity2.id}\`, which forbids it ${describeInterval(days)}. A leave does not end an exclusivity.`,
        related: [leave, exclusivity2].filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
        payload: { leave: leave.id, exclusivity: exclusivity2.id }
      };
    }
  }
};
function* pairsOn(clauses, partnership, product, cloud) {
  const all = new Set(partnership.clouds.keys());
  const has = (clause, role) => clause.products.has(product) && clause.type.contributions(clause, all).some((contribution) => contribution.role === role && contribution.clouds.has(cloud));
  for (const leave of clauses.filter((clause) => has(clause, "leave"))) {
    for (const exclusivity2 of clauses.filter((clause) => clause.type.name === "exclusivity" && has(clause, "bar"))) {
      if (leave.by === exclusivity2.to) yield [leave, exclusivity2];
    }
  }
}

// src/rules/license-clash.ts
var licenseClash = {
  code: "license-clash",
  severity: "error",
  title: "Exclusive licence beside another one",
  rationale: "An exclusive licence says that nobody else has one, yet the same party licensed the same subject to somebody else for some of the same days. Licences change no cell of the matrix, so it does not show there. Subjects are compared word for word.",
  bad: { text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2028
    clauses:
      catalogue: { type: license, by: lyra, to: stageline, subject: [recordings, artwork], exclusive: true }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    clauses:
      live-sessions: { type: license, by: lyra, to: riverton, subject: [recordings] }
` },
  good: { text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2028
    clauses:
      catalogue: { type: license, by: lyra, to: stageline, subject: [recordings, artwork], exclusive: true }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    clauses:
      live-sessions: { type: license, by: lyra, to: riverton, subject: [interviews] }
` },
  *check(input) {
    const licences = [...input.partnership.clauses.values()].filter(({ type }) => type.name === "license");
    for (const [index, one] of licences.entries()) {
      for (const other of licences.slice(index + 1)) {
        if (one.by === other.by && one.to !== other.to && (one.exclusive || other.exclusive)) yield* clash(input, one, other);
      }
    }
  }
};
function* clash({ partnership, matrix }, one, other) {
  const subjects = one.subject.filter((word) => other.subject.some((same) => same.toLowerCase() === word.toLowerCase()));
  const { yieldsTo, endings } = matrix.precedence;
  if (subjects.length === 0 || yieldsTo.get(one.id)?.has(other.id) || yieldsTo.get(other.id)?.has(one.id)) return;
  const { asOf, events, parties } = partnership;
  const force = [one, other].map((clause) => standing(clause, partnership));
  if (force.includes(false)) return;
  const [possible, sure] = [latestEnd, earliestEnd].map((endOf2) => {
    const [a = [], b = []] = [one, other].map((clause) => inForce(clause, endOf2(clause.end, events, asOf), endings.get(clause.id)));
    return overlaps(a, b);
  });
  const days = possible?.find(({ to }) => to > asOf) ?? possible?.[0];
  if (!days) return;
  const certain = !force.includes("unknown") && (sure ?? []).some(({ to }) => to > asOf);
  const [later, earlier] = latestFirst(partnership, [one, other]);
  const place = placeAmong(partnership, [one, other], [one.place.file, other.place.file]);
  if (!later || !earlier || !place) return;
  const exclusive = [earlier, later].filter((clause) => clause.exclusive);
  const severity = severityInTime(certain, days.to, asOf);
  yield {
    place,
    severity,
    message: `${nameOf(parties, one.by)} licenses ${quoted(subjects)} to ${nameOf(parties, later.to)} (\`${later.id}\`) and to ${nameOf(parties, earlier.to)} (\`${earlier.id}\`) ${describeInterval(days)}, but ${exclusive.length === 2 ? "both licences are" : `\`${exclusive[0]?.id ?? ""}\` is`} exclusive.${severity === "warning" ? " That depends on what is not known yet." : ""}`,
    related: [earlier, later].filter((clause) => clause.place !== place).map((clause) => ({ place: clause.place, message: `\`${clause.id}\`` })),
    payload: { clauses: [earlier.id, later.id], subjects }
  };
}
function standing(clause, partnership) {
  const when = clause.when ? truthOf(clause.when, partnership) : true;
  const unless = clause.unless ? truthOf(clause.unless, partnership) : false;
  if (when === false || unless === true) return false;
  return when === true && unless === false ? true : "unknown";
}
function truthOf(condition, partnership) {
  switch (condition.kind) {
    case "event":
      return partnership.events.get(condition.id)?.status === "never" ? false : "unknown";
    case "fact": {
      const fact = partnership.facts.get(condition.id);
      return fact && fact.per.size === 0 ? fact.value : "unknown";
    }
    case "reading": {
      const adopted = partnership.readings.get(condition.id)?.adopted;
      return adopted === void 0 ? "unknown" : adopted === condition.choice;
    }
    case "not": {
      const inner = truthOf(condition.of, partnership);
      return inner === "unknown" ? inner : !inner;
    }
    case "all":
    case "any": {
      const decisive = condition.kind === "any";
      const parts = condition.of.map((part) => truthOf(part, partnership));
      return parts.includes(decisive) ? decisive : parts.includes("unknown") ? "unknown" : !decisive;
    }
  }
}

// src/rules/missing-key.ts
var OUTCOMES = ["status", "certain", "possible", "because"];
var reported = problemsOf("missing-key");
var missingKey = {
  code: "missing-key",
  severity: "error",
  title: "Key that must be there",
  rationale: "Without this key the tools would have to guess what the parties agreed, so they leave the part out. Where the source does not give a date, write `unstated`.",
  bad: {
    text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2026-03
    through: 2027
    clauses:
      arena-on-vault:
        type: availability
        by: pixelforge
        products: [arena]
        cloud: vault-edge
        strength: must
`
  },
  good: {
    text: `entente: 1
parties:
  pixelforge: { name: Pixelforge Games }
  vault: { name: Vault Streaming }
clouds:
  vault-edge: { name: Vault Edge, operator: vault }
products:
  arena: { name: Arena, owner: pixelforge }
agreements:
  streaming:
    parties: [pixelforge, vault]
    signed: 2026-03
    through: 2027
    clauses:
      arena-on-vault:
        type: availability
        by: pixelforge
        to: vault
        products: [arena]
        cloud: vault-edge
        strength: must
`
  },
  *check(input) {
    yield* reported(input);
    yield* emptyExpectations(input);
  },
  fixes(finding, partnership) {
    const key = payloadText(finding.payload, "key");
    const text = partnership.files.get(finding.place.file)?.text;
    if (key === void 0 || text === void 0) return [];
    const value = valueFor(key, finding, partnership);
    const edit = insertion(text, key, value, finding, partnership);
    return edit ? [{ title: `Add \`${key}: ${value}\``, edits: [edit], safe: key === "entente" }] : [];
  }
};
function* emptyExpectations({ partnership }) {
  const list = partnership.files.get(partnership.file)?.tree.root?.entries.find(({ key }) => key === "expect")?.value;
  for (const item of list?.kind === "seq" ? list.items : []) {
    if (item.kind !== "map" || item.entries.some(({ key }) => OUTCOMES.includes(key))) continue;
    const first = item.entries[0];
    yield {
      place: { file: partnership.file, start: item.span.start, end: first?.keySpan.end ?? item.span.end },
      message: "This entry says what cell it means but not what is expected of it: add `status`, `certain`, `possible` or `because`.",
      related: [],
      payload: { key: "status", example: "available", shape: "expectation" }
    };
  }
}
function valueFor(key, { payload, place }, partnership) {
  const example2 = payloadText(payload, "example") ?? "unstated";
  const parties = [...partnership.parties.keys()];
  switch (key) {
    case "parties":
      return parties.length > 1 ? `[${parties.slice(0, 2).join(", ")}]` : example2;
    case "by":
    case "to": {
      const agreement = [...partnership.agreements.values()].find(({ whole }) => whole.file === place.file && whole.start <= place.start && place.end <= whole.end);
      const found = mappingFor(place, partnership);
      const other = found?.map?.entries.find((entry) => entry.key === (key === "by" ? "to" : "by"))?.value;
      const taken = other?.kind === "scalar" ? other.text : void 0;
      return [...agreement?.parties ?? parties].find((party) => party !== taken) ?? example2;
    }
    case "cloud":
      return [...partnership.clouds.keys()][0] ?? example2;
    case "product":
      return [...partnership.products.keys()][0] ?? example2;
    default:
      return example2;
  }
}
function insertion(text, key, value, { payload, place }, partnership) {
  if (payloadText(payload, "shape") === "file") return { span: { start: place.start, end: place.start }, text: `${key}: ${value}
` };
  const found = mappingFor(place, partnership);
  if (!found) return void 0;
  return found.map ? addEntry(text, found.map, key, value) : startMapping(text, found.entry.keySpan, `${key}: ${value}`);
}
function mappingFor(place, partnership) {
  const root = partnership.files.get(place.file)?.tree.root;
  for (const map of root ? mappingsOf(root) : []) {
    for (const entry of map.entries) {
      if (entry.keySpan.start === place.start && entry.keySpan.end === place.end && map.span.start !== place.start) {
        if (entry.value.kind === "map") return { map: entry.value };
        if (entry.value.kind === "scalar" && entry.value.value === null) return { map: void 0, entry };
      }
      if (entry.value.span.start === place.start && entry.value.span.end === place.end) {
        return { map: entry.value.kind === "map" ? entry.value : map };
      }
    }
    if (map.span.start === place.start && (map.entries[0]?.keySpan.end ?? map.span.end) === place.end && map !== root) return { map };
  }
  return void 0;
}

// src/rules/no-privity.ts
var noPrivity = {
  code: "no-privity",
  severity: "error",
  title: "Ending a right that the parties do not hold",
  rationale: "Only the party to whom something was promised can give it up. An agreement that supersedes, amends or overrides a clause needs that party among its own; otherwise it has no effect on the clause, whatever it says. Get the holder to sign, or live with both promises.",
  bad: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
clouds:
  stageline-net: { name: Stageline network, operator: stageline }
products:
  recordings: { name: Live recordings, owner: lyra }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2029
    clauses:
      live-exclusive: { type: exclusivity, by: lyra, to: stageline, products: [recordings], cloud: stageline-net }
  riverton-deal:
    parties: [lyra, riverton]
    signed: 2026-01
    through: 2029
    supersedes: [stageline-deal]
    clauses:
      share: { type: revenue-share, by: lyra, to: riverton, share: 12% }
`
  },
  good: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
  riverton: { name: Riverton Media }
clouds:
  stageline-net: { name: Stageline network, operator: stageline }
products:
  recordings: { name: Live recordings, owner: lyra }
agreements:
  stageline-deal:
    parties: [lyra, stageline]
    signed: 2024-04
    through: 2029
    clauses:
      live-exclusive: { type: exclusivity, by: lyra, to: stageline, products: [recordings], cloud: stageline-net }
  riverton-deal:
    parties: [lyra, riverton, stageline]
    signed: 2026-01
    through: 2029
    supersedes: [stageline-deal]
    clauses:
      share: { type: revenue-share, by: lyra, to: riverton, share: 12% }
`
  },
  *check({ partnership, matrix }) {
    const groups = /* @__PURE__ */ new Map();
    for (const violation of matrix.precedence.violations) {
      if (violation.place.file !== partnership.file) continue;
      const key = `${violation.kind} ${violation.place.start}`;
      groups.set(key, [...groups.get(key) ?? [], violation]);
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const clauses = group.map(({ clause }) => clause);
      yield {
        place: first.place,
        message: sentence(first, clauses, partnership),
        related: clauses.flatMap((id) => {
          const clause = partnership.clauses.get(id);
          return clause ? [{ place: clause.place, message: `\`${id}\` is owed to ${nameOf(partnership.parties, clause.to)}` }] : [];
        }),
        payload: { agreement: first.agreement, clauses }
      };
    }
  }
};
function sentence({ kind, agreement }, clauses, partnership) {
  const holders = new Set(clauses.map((id) => partnership.clauses.get(id)?.to ?? ""));
  const verb = kind === "supersedes" ? "end" : kind === "amends" ? "amend" : "override";
  const signed = namesOf(partnership.parties, partnership.agreements.get(agreement)?.parties ?? []);
  return `\`${agreement}\` cannot ${verb} ${quoted(clauses)}: ${count(clauses.length, "that promise is", "those promises are").replace(/^\d+ /, "")} owed to ${namesOf(partnership.parties, holders)}, but the parties here are ${signed}. It has no effect on ${clauses.length === 1 ? "it" : "them"}.`;
}

// src/rules/not-a-mapping.ts
var notAMapping = {
  code: "not-a-mapping",
  severity: "error",
  title: "File that is not a mapping",
  rationale: "An agreement file is a mapping of keys to values that starts with `entente: 1`. An empty file, a list or a plain text is none.",
  bad: {
    text: `- Helix Genomics
- Northwind Cloud
`
  },
  good: {
    text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
`
  },
  check: problemsOf("not-a-mapping")
};

// src/rules/not-a-party.ts
var notAParty = {
  code: "not-a-party",
  severity: "error",
  title: "Promise by or to somebody who is not a party",
  rationale: "An agreement binds and entitles those who made it. A promise by an outsider is not given, and one to an outsider is not owed to the outsider. Correct the name, or add the party if it signed.",
  bad: {
    text: `entente: 1
parties:
  medscan: { name: Medscan }
  clinique: { name: Clinique Group }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: clinique
        products: [archive]
        cloud: basalt-eu
        strength: must
`
  },
  good: {
    text: `entente: 1
parties:
  medscan: { name: Medscan }
  clinique: { name: Clinique Group }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt, clinique]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: clinique
        products: [archive]
        cloud: basalt-eu
        strength: must
`
  },
  *check({ partnership }) {
    for (const clause of mainClauses(partnership)) {
      const agreement = partnership.agreements.get(clause.agreement);
      if (!agreement || agreement.parties.size === 0) continue;
      for (const key of ["by", "to"]) {
        const party = clause[key];
        const place = clauseValue(partnership, clause, key);
        if (!place || !partnership.parties.has(party) || agreement.parties.has(party)) continue;
        yield {
          place,
          message: `${nameOf(partnership.parties, party)} is not a party to \`${agreement.id}\`, which is between ${namesOf(partnership.parties, agreement.parties)}: it cannot ${key === "by" ? "promise anything there" : "be owed anything there"}.`,
          related: [{ place: agreement.place, message: "The agreement" }],
          payload: { agreement: agreement.id, party }
        };
      }
    }
  },
  fixes({ payload }, partnership) {
    const agreement = partnership.agreements.get(payloadText(payload, "agreement") ?? "");
    const party = payloadText(payload, "party");
    const text = agreement && partnership.files.get(agreement.place.file)?.text;
    const list = agreement && listAt(partnership, agreement.place.file, ["agreements", agreement.id, "parties"]);
    if (!agreement || party === void 0 || text === void 0 || !list) return [];
    return [{ title: `Add \`${party}\` to the parties of \`${agreement.id}\``, edits: [addItem(text, list, party)], file: agreement.place.file, safe: false }];
  }
};

// src/rules/purchase-barred.ts
var purchaseBarred = {
  code: "purchase-barred",
  severity: "warning",
  title: "Purchase for a cloud from which the buyer is barred",
  rationale: "The buyer commits to pay for a cloud on which none of its products may be served. It can buy the services, but has nothing to put there. Settle the exclusivity first, or limit the commitment to the days after it.",
  bad: { text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
  basalt: { name: Basalt Hosting }
  terrace: { name: Terrace Cloud }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
  terrace-west: { name: Terrace West, operator: terrace }
products:
  claims: { name: Claims portal, owner: aldgate }
agreements:
  basalt-deal:
    parties: [aldgate, basalt]
    signed: 2025-01
    through: 2028
    clauses:
      only-basalt: { type: exclusivity, by: aldgate, to: basalt, products: [claims], cloud: basalt-eu }
  terrace-deal:
    parties: [aldgate, terrace]
    signed: 2026-05
    through: 2027
    clauses:
      capacity: { type: purchase-commitment, by: aldgate, to: terrace, cloud: terrace-west, amount: 40 million GBP }
` },
  good: { text: `entente: 1
parties:
  aldgate: { name: Aldgate Insurance }
  basalt: { name: Basalt Hosting }
  terrace: { name: Terrace Cloud }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
  terrace-west: { name: Terrace West, operator: terrace }
products:
  claims: { name: Claims portal, owner: aldgate }
  quotes: { name: Quote engine, owner: aldgate }
agreements:
  basalt-deal:
    parties: [aldgate, basalt]
    signed: 2025-01
    through: 2028
    clauses:
      only-basalt: { type: exclusivity, by: aldgate, to: basalt, products: [claims], cloud: basalt-eu }
  terrace-deal:
    parties: [aldgate, terrace]
    signed: 2026-05
    through: 2027
    clauses:
      capacity: { type: purchase-commitment, by: aldgate, to: terrace, cloud: terrace-west, amount: 40 million GBP }
      quotes-on-terrace: { type: availability, by: aldgate, to: terrace, products: [quotes], cloud: terrace-west, strength: must }
` },
  *check(input) {
    const { partnership } = input;
    for (const clause of mainClauses(partnership)) {
      if (clause.type.name !== "purchase-commitment") continue;
      const products = productsOf(clause, partnership);
      for (const cloud of clause.clouds) {
        const days = products.length === 0 ? void 0 : barredDays(input, clause, products, cloud)[0];
        if (!days) continue;
        const because = barring(input, products, cloud, days);
        yield {
          place: clauseValue(partnership, clause, "cloud") ?? clause.place,
          severity: days.to > partnership.asOf ? "warning" : "information",
          message: `${nameOf(partnership.parties, clause.by)} buys services of ${nameOf(partnership.clouds, cloud)}, but ${describeInterval(days)} ${namesOf(partnership.products, products)} ${products.length === 1 ? "is" : "are all"} barred there by ${quoted(because)}.`,
          related: because.flatMap((id) => {
            const barrer = partnership.clauses.get(id);
            return barrer ? [{ place: barrer.place, message: `\`${id}\`` }] : [];
          }),
          payload: { cloud, products, days }
        };
      }
    }
  }
};
function productsOf(clause, { products }) {
  const owned = [...products.values()].filter(({ owner }) => owner === clause.by);
  return (owned.length > 0 ? owned : [...products.values()].filter(({ owner }) => owner === void 0)).map(({ id }) => id);
}
function barredDays({ partnership, matrix }, clause, products, cloud) {
  let days = inForce(clause, latestEnd(clause.end, partnership.events), matrix.precedence.endings.get(clause.id));
  for (const product of products) {
    const barred = matrix.timeline(product, cloud).filter(({ cell }) => cell.status === "barred" && cell.certain);
    days = overlaps(days, joined(barred));
  }
  return [...days].sort((a, b) => Number(b.to > partnership.asOf) - Number(a.to > partnership.asOf) || a.from - b.from);
}
function joined(runs) {
  const result = [];
  for (const { from, to } of runs) {
    const last = result[result.length - 1];
    if (last && last.to === from) result[result.length - 1] = { from: last.from, to };
    else result.push({ from, to });
  }
  return result;
}
function barring({ matrix }, products, cloud, days) {
  const ids = /* @__PURE__ */ new Set();
  for (const product of products) {
    for (const run of matrix.timeline(product, cloud)) if (run.from < days.to && days.from < run.to) for (const id of run.cell.because) ids.add(id);
  }
  return [...ids].sort();
}

// src/rules/quote-not-found.ts
var quoteNotFound = {
  code: "quote-not-found",
  severity: "warning",
  title: "Quote that is not in its document",
  rationale: "The quoted words are not in the document, so a reader who checks the clause against its source will not find them. Spaces, line breaks and the shape of quotation marks do not matter, and `...`, `\u2026` or `[...]` stands for words left out; letters do matter.",
  bad: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./term-sheet.md
          quote: an amount of fifteen million euros
          at: section 2.1
`,
    files: {
      "term-sheet.md": `# Series C term sheet

2.1 The Investor will invest an amount of \u201Cfifty million euros\u201D
    at closing.
`
    }
  },
  good: {
    text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        source:
          document: ./term-sheet.md
          quote: 'an amount of "fifty million euros" at closing'
          at: section 2.1
`,
    files: {
      "term-sheet.md": `# Series C term sheet

2.1 The Investor will invest an amount of \u201Cfifty million euros\u201D
    at closing.
`
    }
  },
  *check({ partnership, documents }) {
    for (const { document, quote, quotePlace } of sourcesOf(partnership)) {
      const text = document === void 0 ? void 0 : documents.get(document);
      if (typeof text !== "string" || quote === void 0 || !quotePlace || quotes(text, quote)) continue;
      yield { place: quotePlace, message: `These words are not in \`${document ?? ""}\`.`, related: [] };
    }
  }
};
function quotes(text, quote) {
  const searched = plain(text);
  let at = 0;
  for (const part of quote.split(/\[(?:\.{3}|…)\]|\.{3}|…/).map(plain)) {
    const found = searched.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
var plain = (text) => text.replace(/["'‘’‚‛“”„‟«»‹›`´]/g, '"').replace(/\s+/g, " ").trim();

// src/rules/reading-without-choice.ts
var readingWithoutChoice = {
  code: "reading-without-choice",
  severity: "warning",
  title: "Reading with nothing to choose",
  rationale: "A reading is for wording that can be read in at least two ways that somebody could defend. With fewer, nothing is open: add the other reading, or write the one meaning into the clause.",
  bad: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
` },
  good: { text: `entente: 1
parties:
  vox: { name: Vox Speech }
  stratus: { name: Stratus }
readings:
  launch-means:
    question: Does "at launch" mean the first day, or the first quarter?
    choices:
      first-day: Nobody else may serve it before Stratus
      first-quarter: Stratus is one of those who start in that quarter
` },
  *check({ partnership }) {
    for (const reading of partnership.readings.values()) {
      const choices = inMain(partnership, reading) ? nodeAt(partnership, reading.place.file, ["readings", reading.id, "choices"]) : void 0;
      if (choices?.kind !== "map" || reading.choices.size > 1) continue;
      yield { place: reading.place, message: `\`${reading.id}\` has ${reading.choices.size === 0 ? "no choices" : "only one choice"}.`, related: [] };
    }
  }
};

// src/syntax/limits.ts
var LIMITS = {
  /** UTF-16 code units in one file. */
  textLength: 8 * 1024 * 1024,
  /** Levels of nested YAML collections. */
  depth: 64,
  /** Nodes that aliases may stand for in one file, each use counted. */
  aliasedNodes: 1e5,
  /** Anchors in one file. */
  anchors: 1e3,
  /** Files that one file may import, directly and indirectly. */
  imports: 1e3
};

// src/rules/resource-limit.ts
var deep = `note: ${"[".repeat(LIMITS.depth + 1)}${"]".repeat(LIMITS.depth + 1)}`;
var resourceLimit = {
  code: "resource-limit",
  severity: "error",
  title: "File beyond a limit",
  rationale: "Size, nesting, anchors, aliases and imports have limits, far beyond what an agreement needs, so that no file can keep the tools busy for ever. Nothing after the limit is read. Split the file, or look for what made it so large.",
  bad: {
    text: `entente: 1
${deep}
#${" ".repeat("note: ".length + LIMITS.depth - 1)}^ resource-limit
`
  },
  good: {
    text: `entente: 1
note: Nested no deeper than an agreement needs.
`
  },
  check: problemsOf("resource-limit")
};

// src/rules/self-supersession.ts
var selfSupersession = {
  code: "self-supersession",
  severity: "error",
  title: "Agreement that supersedes itself",
  rationale: "An agreement cannot end itself or one of its own clauses on the day it takes effect. Most often the id of the older agreement was meant; to limit a clause of this one, give it a term or a condition.",
  bad: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2025]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  good: { text: `entente: 1
parties:
  kestrel: { name: Kestrel Bank }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  ledger: { name: Core ledger, owner: kestrel }
agreements:
  hosting-2022:
    parties: [kestrel, basalt]
    signed: 2022-05
    through: 2027
    clauses:
      ledger-exclusive: { type: exclusivity, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu }
  hosting-2025:
    parties: [kestrel, basalt]
    signed: 2025-09
    through: 2029
    supersedes: [hosting-2022]
    clauses:
      ledger-hosting: { type: availability, by: kestrel, to: basalt, products: [ledger], cloud: basalt-eu, strength: must }
` },
  *check({ partnership }) {
    for (const agreement of mainAgreements(partnership)) {
      for (const { agreement: target, place } of agreement.supersedes) {
        if (target === agreement.id) yield { place, message: `\`${target}\` supersedes itself. This has no effect.`, related: [] };
      }
      for (const { target, targetPlace } of agreement.amends) {
        const clause = partnership.clauses.get(target);
        if (clause?.agreement !== agreement.id) continue;
        yield {
          place: targetPlace,
          message: `\`${agreement.id}\` amends its own clause \`${clause.local}\`. Write what is meant into the clause itself.`,
          related: [{ place: clause.place, message: "The clause" }]
        };
      }
    }
  }
};

// src/rules/several-documents.ts
var severalDocuments = {
  code: "several-documents",
  severity: "error",
  title: "More than one document",
  rationale: "A line `---` starts another YAML document. Only the first one is read; what follows would be left out without a word. Put it into a file of its own and import it.",
  bad: {
    text: `entente: 1
title: Imaging archive, hosting
---
entente: 1
title: Imaging archive, support
`
  },
  good: {
    text: `entente: 1
title: Imaging archive, hosting and support
`
  },
  check: problemsOf("several-documents")
};

// src/base/currencies.ts
var CURRENCIES = new Set(
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG".split(" ")
);

// src/base/money.ts
var MULTIPLIERS = {
  "": 0,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12
};
var SYMBOLS = { $: "USD", "\u20AC": "EUR", "\xA3": "GBP", "\xA5": "JPY", "\u20B9": "INR" };
var NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.(\d{1,12}))?`;
var SCALE = String.raw`([A-Za-z]*)`;
var SUFFIXED = new RegExp(`^${NUMBER} *${SCALE} +([A-Za-z]{3})$`);
var PREFIXED = new RegExp(`^(?:([A-Za-z]{3}) +|([$\u20AC\xA3\xA5\u20B9]) *)${NUMBER} *${SCALE}$`);
function parseAmount(text) {
  const ceiling = /^up to +/i.test(text);
  const body = text.replace(/^up to +/i, "").trim();
  const suffixed = SUFFIXED.exec(body);
  const prefixed = suffixed ? null : PREFIXED.exec(body);
  const parts = suffixed ? { whole: suffixed[1], fraction: suffixed[2], scale: suffixed[3], currency: suffixed[4] } : prefixed ? { whole: prefixed[3], fraction: prefixed[4], scale: prefixed[5], currency: prefixed[1] ?? SYMBOLS[prefixed[2] ?? ""] } : void 0;
  if (!parts) return "amount";
  const scaleWord = (parts.scale ?? "").toLowerCase();
  const power = Object.hasOwn(MULTIPLIERS, scaleWord) ? MULTIPLIERS[scaleWord] : void 0;
  if (power === void 0) return "amount";
  const currency = (parts.currency ?? "").toUpperCase();
  if (!CURRENCIES.has(currency)) return "currency";
  const fraction = parts.fraction ?? "";
  const digits = BigInt((parts.whole ?? "").replaceAll(",", "") + fraction);
  const scale = fraction.length - power;
  const value = scale > 0 ? { units: digits, scale } : { units: digits * 10n ** BigInt(-scale), scale: 0 };
  return { text, value, currency, ceiling };
}
function addDecimals(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}
function compareDecimals(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale) - rescale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
var rescale = (value, scale) => value.units * 10n ** BigInt(scale - value.scale);
var NAMED = [[12, "trillion"], [9, "billion"], [6, "million"]];
function formatMoney(value, currency) {
  for (const [power, word] of NAMED) {
    const unit = 10n ** BigInt(power + value.scale);
    if (value.units >= unit) return `${formatDecimal({ units: value.units, scale: value.scale + power })} ${word} ${currency}`;
  }
  return `${formatDecimal(value)} ${currency}`;
}
function formatDecimal({ units, scale }) {
  if (scale === 0) return units.toString();
  const digits = units.toString().padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return digits.slice(0, -scale) + (fraction ? `.${fraction}` : "");
}

// src/rules/tranche-sum.ts
var trancheSum = {
  code: "tranche-sum",
  severity: "error",
  title: "Tranches that do not add up",
  rationale: "The tranches of a fixed amount add up to it; those of an amount with `up to` do not exceed it. Sums are exact. Tranches in another currency cannot be added, since no rate is agreed here.",
  bad: { text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
events:
  prototype: { name: The prototype passes its trial, status: pending }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        tranches:
          - { amount: 17.5 million EUR, due: signing }
          - { amount: 30 million EUR, when: prototype }
` },
  good: { text: `entente: 1
parties:
  harbour: { name: Harbour Capital }
  tidal: { name: Tidal Robotics }
events:
  prototype: { name: The prototype passes its trial, status: pending }
agreements:
  series-c:
    parties: [harbour, tidal]
    signed: 2026-02
    clauses:
      round:
        type: investment
        by: harbour
        to: tidal
        amount: 50 million EUR
        tranches:
          - { amount: 17.5 million EUR, due: signing }
          - { amount: 32.5 million EUR, when: prototype }
` },
  *check({ partnership }) {
    for (const clause of mainClauses(partnership)) {
      const place = clauseValue(partnership, clause, "amount");
      if (clause.amount && place && clause.tranches.length > 0) yield* add(clause, clause.amount, place);
    }
  },
  fixes({ payload, place }) {
    const amount = payloadText(payload, "amount");
    return amount === void 0 ? [] : [{ title: `Change the amount to ${amount}`, edits: [{ span: place, text: amount }], safe: false }];
  }
};
function* add(clause, amount, place) {
  const foreign = clause.tranches.filter((tranche) => tranche.amount && tranche.amount.currency !== amount.currency);
  for (const tranche of foreign) {
    yield {
      place: tranche.place,
      severity: "warning",
      message: `This tranche is in ${tranche.amount?.currency ?? ""}, the amount in ${amount.currency}: whether the tranches add up cannot be checked.`,
      related: [{ place, message: "The amount" }]
    };
  }
  const parts = clause.tranches.map((tranche) => tranche.amount).filter((part) => part !== void 0);
  if (foreign.length > 0 || parts.length < clause.tranches.length) return;
  const sum = parts.map(({ value }) => value).reduce(addDecimals);
  const order = compareDecimals(sum, amount.value);
  const loose = parts.some(({ ceiling }) => ceiling);
  const wrong = amount.ceiling ? order > 0 : loose ? order < 0 : order !== 0;
  if (!wrong) return;
  const total = formatMoney(sum, amount.currency);
  yield {
    place,
    message: amount.ceiling ? `The tranches add up to ${total}, more than the ceiling of ${formatMoney(amount.value, amount.currency)}.` : `The tranches add up to ${total}, but the amount is ${formatMoney(amount.value, amount.currency)}.`,
    related: clause.tranches.map((tranche) => ({ place: tranche.place, message: tranche.amount?.text ?? "" })),
    payload: { amount: `${amount.ceiling ? "up to " : ""}${total}` }
  };
}

// src/rules/undated-supersession.ts
var undatedSupersession = {
  code: "undated-supersession",
  severity: "warning",
  title: "Supersession without a date",
  rationale: "The agreement ends or suspends older promises, but its effective date is not stated, so they count as ended from the beginning: the matrix shows no day on which they were in force. Find the date, if only the year.",
  bad: { text: `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2023-11
    through: 2030
    clauses:
      archive-on-basalt: { type: availability, by: medscan, to: basalt, products: [archive], cloud: basalt-eu, strength: must }
      archive-fee: { type: revenue-share, by: medscan, to: basalt, share: 4% }
  side-letter:
    parties: [medscan, basalt]
    effective: unstated
    amends:
      - { target: archive-hosting/archive-fee, effect: end }
` },
  good: { text: `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2023-11
    through: 2030
    clauses:
      archive-on-basalt: { type: availability, by: medscan, to: basalt, products: [archive], cloud: basalt-eu, strength: must }
      archive-fee: { type: revenue-share, by: medscan, to: basalt, share: 4% }
  side-letter:
    parties: [medscan, basalt]
    effective: 2026-01
    amends:
      - { target: archive-hosting/archive-fee, effect: end }
` },
  *check({ partnership }) {
    for (const agreement of mainAgreements(partnership)) {
      const date = agreement.effective ?? agreement.signed;
      const targets = [
        ...agreement.supersedes.map(({ agreement: target, place }) => ({ target, place })),
        ...agreement.amends.map(({ target, targetPlace }) => ({ target, place: targetPlace }))
      ];
      if (date?.kind !== "unstated" || targets.length === 0) continue;
      yield {
        place: date.place,
        message: `Without a date, the effect of \`${agreement.id}\` on ${quoted(targets.map(({ target }) => target))} is taken from the beginning: the matrix shows no day before it.`,
        related: targets.map(({ target, place }) => ({ place, message: `\`${target}\`` }))
      };
    }
  }
};

// src/matrix/limits.ts
var CELL_LIMITS = {
  /** Unknowns that can touch one cell. */
  unknowns: 48,
  /** Diagram nodes for one cell. */
  nodes: 2e5,
  /** Assumption sets listed for one status; beyond it the list says that there are more. */
  sets: 64
};

// src/rules/undecided-cell.ts
var undecidedCell = {
  code: "undecided-cell",
  severity: "warning",
  title: "Cell with too many unknowns",
  rationale: `So much is unknown about this product that its status is not computed; it is neither clean nor in conflict. The limits are ${CELL_LIMITS.unknowns} unknowns for one cell and ${CELL_LIMITS.nodes} steps. State the facts that are known, adopt readings, or put facts that always go together into one.`,
  bad: { text: example(CELL_LIMITS.unknowns + 1) },
  good: { text: example(3) },
  *check({ partnership, matrix }) {
    for (const product of partnership.products.values()) {
      const undecided = undecidedDays(product, matrix);
      const place = placeFor(product, partnership);
      if (undecided.size === 0 || !place) continue;
      const byDays = /* @__PURE__ */ new Map();
      for (const [cloud, days] of undecided) {
        const words = listWords(days.map(describeInterval));
        byDays.set(words, [...byDays.get(words) ?? [], cloud]);
      }
      const where = [...byDays].map(([days, clouds]) => `on ${namesOf(partnership.clouds, clouds)} ${days}`);
      yield { place, message: `${product.name} has too many unknowns ${listWords(where)}: its status is undecided.`, related: [], payload: { product: product.id, clouds: [...undecided.keys()] } };
    }
  }
};
function placeFor(product, partnership) {
  if (inMain(partnership, product)) return product.place;
  return [...partnership.clauses.values()].find((clause) => inMain(partnership, clause) && clause.products.has(product.id))?.place;
}
function undecidedDays(product, matrix) {
  const found = /* @__PURE__ */ new Map();
  for (const cloud of matrix.partnership.clouds.keys()) {
    for (const { from, to, cell } of matrix.timeline(product.id, cloud)) {
      if (cell.status !== "undecided") continue;
      const days = found.get(cloud) ?? [];
      const last = days[days.length - 1];
      if (last && last.to === from) days[days.length - 1] = { from: last.from, to };
      else days.push({ from, to });
      found.set(cloud, days);
    }
  }
  return found;
}
function example(facts) {
  const names = Array.from({ length: facts }, (_, index) => `requirement-${index + 1}`);
  return `entente: 1
parties:
  medscan: { name: Medscan }
  basalt: { name: Basalt Hosting }
clouds:
  basalt-eu: { name: Basalt Europe, operator: basalt }
products:
  archive: { name: Imaging archive, owner: medscan }
${facts > CELL_LIMITS.unknowns ? "# ^^^^^^^ undecided-cell\n" : ""}facts:
${names.map((name) => `  ${name}: { name: The archive meets ${name.replace("-", " ")} }`).join("\n")}
agreements:
  archive-hosting:
    parties: [medscan, basalt]
    signed: 2025-11
    through: 2030
    clauses:
      archive-on-basalt:
        type: availability
        by: medscan
        to: basalt
        products: [archive]
        cloud: basalt-eu
        strength: must
        when: { all: [${names.join(", ")}] }
`;
}

// src/rules/unknown-clause-type.ts
var unknownClauseType = {
  code: "unknown-clause-type",
  severity: "error",
  title: "Clause of an unknown type",
  rationale: "The language has a closed list of clause types, since each has an exact effect on the matrix. A clause of any other type has none. Keep text that no type can carry under `unmodelled`: it then marks the cells that it touches.",
  bad: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availabilty, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
`
  },
  good: {
    text: `entente: 1
parties:
  orbit: { name: Orbit Imaging }
  terrace: { name: Terrace Cloud }
clouds:
  terrace-west: { name: Terrace West, operator: terrace }
products:
  tiles: { name: Satellite tiles, owner: orbit }
agreements:
  hosting:
    parties: [orbit, terrace]
    effective: 2025-07-01
    through: 2028
    clauses:
      tiles-on-terrace: { type: availability, by: orbit, to: terrace, products: [tiles], cloud: terrace-west, strength: must }
`
  },
  check: problemsOf("unknown-clause-type"),
  fixes: useSuggestion
};

// src/rules/unknown-key.ts
var unknownKey = {
  code: "unknown-key",
  severity: "error",
  title: "Key that the language does not have",
  rationale: "A key that is not known is not read, so what it says has no effect. It is most often a slip of the pen. A remark belongs under `note`, text that no key can carry under `unmodelled`.",
  bad: {
    text: `entente: 1
titel: Weather models on two clouds
parties:
  meteo: { name: Meteo Analytics }
`
  },
  good: {
    text: `entente: 1
title: Weather models on two clouds
parties:
  meteo: { name: Meteo Analytics }
`
  },
  check: problemsOf("unknown-key"),
  fixes: useSuggestion
};

// src/rules/unknown-reference.ts
var unknownReference = {
  code: "unknown-reference",
  severity: "error",
  title: "Name that is not declared",
  rationale: "The id names nothing in this file or its imports, so the part that uses it is left out. It may be misspelt, or its declaration or import may be missing.",
  bad: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirus }
products:
  nowcast: { name: Nowcast, owner: meteo }
`
  },
  good: {
    text: `entente: 1
parties:
  meteo: { name: Meteo Analytics }
  cirrus: { name: Cirrus }
clouds:
  cirrus-north: { name: Cirrus North, operator: cirrus }
products:
  nowcast: { name: Nowcast, owner: meteo }
`
  },
  check: problemsOf("unknown-reference"),
  fixes: useSuggestion
};

// src/rules/unsupported-version.ts
var unsupportedVersion = {
  code: "unsupported-version",
  severity: "error",
  title: "Version that cannot be read",
  rationale: "The first key of every file says in which version of the language it is written. Another version may give the same words another meaning, so these tools do not guess.",
  bad: {
    text: `entente: 2
title: Weather models on two clouds
`
  },
  good: {
    text: `entente: 1
title: Weather models on two clouds
`
  },
  check: problemsOf("unsupported-version")
};

// src/rules/unused-declaration.ts
var SECTIONS = [
  ["party", "parties"],
  ["cloud", "clouds"],
  ["product", "products"],
  ["event", "events"],
  ["fact", "facts"],
  ["reading", "readings"]
];
var unusedDeclaration = {
  code: "unused-declaration",
  severity: "hint",
  title: "Declaration that nothing uses",
  rationale: "Nothing in the file refers to this id. It may be left over, or a clause that should name it may have forgotten to. Files without agreements are libraries for others; there nothing counts as unused.",
  bad: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix }
events:
  approval: { name: The regulator approves, status: pending }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      browser-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: [browser]
        cloud: northwind-eu
        strength: must
` },
  good: { text: `entente: 1
parties:
  helix: { name: Helix Genomics }
  northwind: { name: Northwind Cloud }
clouds:
  northwind-eu: { name: Northwind Europe, operator: northwind }
products:
  browser: { name: Sequence browser, owner: helix }
events:
  approval: { name: The regulator approves, status: pending }
agreements:
  hosting:
    parties: [helix, northwind]
    signed: 2025-10
    through: 2029
    clauses:
      browser-on-northwind:
        type: availability
        by: helix
        to: northwind
        products: [browser]
        cloud: northwind-eu
        strength: must
        when: approval
` },
  *check({ partnership }) {
    if (mainAgreements(partnership).length === 0) return;
    const used = usedIds(partnership);
    for (const [namespace, section] of SECTIONS) {
      const declarations = partnership[section];
      for (const declared of declarations.values()) {
        if (!inMain(partnership, declared) || used.has(`${namespace} ${declared.id}`)) continue;
        yield { place: declared.place, message: `Nothing uses the ${namespace} \`${declared.id}\`.`, related: [], unused: true, payload: { section, id: declared.id } };
      }
    }
  },
  fixes({ payload, place }, partnership) {
    const section = payloadText(payload, "section");
    const id = payloadText(payload, "id");
    const text = partnership.files.get(place.file)?.text;
    const map = nodeAt(partnership, place.file, [section ?? ""]);
    const entry = map?.kind === "map" && !map.flow ? map.entries.find(({ key }) => key === id) : void 0;
    if (!entry || text === void 0 || id === void 0) return [];
    return [{ title: `Remove \`${id}\``, edits: [removeEntry(text, entry)], safe: false }];
  }
};
function usedIds(partnership) {
  const used = /* @__PURE__ */ new Set();
  for (const { namespace, id, role } of partnership.references) if (role === "use") used.add(`${namespace} ${id}`);
  const clouds = new Set(partnership.clouds.keys());
  for (const clause of partnership.clauses.values()) {
    for (const product of clause.products) used.add(`product ${product}`);
    for (const cloud of clause.clouds) used.add(`cloud ${cloud}`);
    for (const contribution of clause.type.contributions(clause, clouds)) for (const cloud of contribution.clouds) used.add(`cloud ${cloud}`);
  }
  return used;
}

// src/rules/wrong-type.ts
var wrongType = {
  code: "wrong-type",
  severity: "error",
  title: "Value of the wrong kind",
  rationale: "The key takes another kind of value, so this one is not read. Note that YAML 1.2 knows only `true` and `false`: `yes` and `no` are texts.",
  bad: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
agreements:
  catalogue:
    parties: [lyra, stageline]
    signed: 2025-03
    through: 2028
    clauses:
      recordings:
        type: license
        by: lyra
        to: stageline
        subject: [recordings]
        exclusive: yes
`
  },
  good: {
    text: `entente: 1
parties:
  lyra: { name: Lyra Records }
  stageline: { name: Stageline Streaming }
agreements:
  catalogue:
    parties: [lyra, stageline]
    signed: 2025-03
    through: 2028
    clauses:
      recordings:
        type: license
        by: lyra
        to: stageline
        subject: [recordings]
        exclusive: true
`
  },
  check: problemsOf("wrong-type"),
  fixes: useSuggestion
};

// src/rules/yaml-syntax.ts
var yamlSyntax = {
  code: "yaml-syntax",
  severity: "error",
  title: "Text that is not YAML",
  rationale: "The file cannot be read as YAML from this point on, so nothing after it can be relied upon. Usual causes are a missing bracket or quotation mark, and a colon followed by a space inside a text: put such a text in quotation marks.",
  bad: {
    text: `entente: 1
title: Hosting of the claims portal: first draft
parties:
  aldgate: { name: Aldgate Insurance }
`
  },
  good: {
    text: `entente: 1
title: 'Hosting of the claims portal: first draft'
parties:
  aldgate: { name: Aldgate Insurance }
`
  },
  check: problemsOf("yaml-syntax")
};

// src/rules/registry.ts
var RULES = [
  yamlSyntax,
  duplicateKey,
  resourceLimit,
  notAMapping,
  severalDocuments,
  unsupportedVersion,
  unknownKey,
  missingKey,
  wrongType,
  badDate,
  badDuration,
  badAmount,
  badCurrency,
  badId,
  conflictingKeys,
  unknownReference,
  danglingSupersession,
  duplicateId,
  importNotFound,
  importOutsideWorkspace,
  importCycle,
  unknownClauseType,
  endBeforeStart,
  notAParty,
  noPrivity,
  selfSupersession,
  circularSupersession,
  circularOverride,
  undatedSupersession,
  conflict,
  licenseClash,
  leaveAgainstExclusivity,
  judgmentNeeded,
  undecidedCell,
  trancheSum,
  purchaseBarred,
  noEnd,
  eventOnlyEnd,
  ineffectiveClause,
  unusedDeclaration,
  documentNotFound,
  quoteNotFound,
  failedExpectation,
  badAssumption,
  eventInFuture,
  leadWithoutStart,
  readingWithoutChoice
];
var INTERNAL_ERROR = "internal-error";
function runRules(input, rules = RULES) {
  const findings = /* @__PURE__ */ new Map();
  const add2 = (finding) => {
    const { file, start, end } = finding.place;
    const key = JSON.stringify([finding.code, file, start, end, finding.message]);
    if (!findings.has(key)) findings.set(key, finding);
  };
  for (const rule of rules) {
    try {
      for (const report of rule.check(input)) add2({ ...report, code: rule.code, severity: report.severity ?? rule.severity });
    } catch (error) {
      add2({
        code: INTERNAL_ERROR,
        severity: "error",
        place: { file: input.partnership.file, start: 0, end: 0 },
        message: `The check \`${rule.code}\` failed, so its findings are not complete: ${error instanceof Error ? error.message : String(error)}. This is a bug in the tools; the other checks are not affected.`,
        related: [],
        payload: { rule: rule.code }
      });
    }
  }
  return [...findings.values()].sort(compareFindings);
}

// src/matrix/days.ts
function leadEnd(lead, start) {
  if (lead.kind === "open-ended") return FOREVER;
  return lead.kind === "none" ? BEGINNING : addDuration(start, lead.duration);
}
function breakpoints(clauses, partnership, precedence) {
  const days = /* @__PURE__ */ new Set();
  const event = (id) => {
    const declared = partnership.events.get(id);
    if (declared?.status === "pending") days.add(partnership.asOf + 1);
    else if (declared?.on !== void 0) days.add(declared.on);
  };
  const end = (of) => {
    if (of.kind === "day") days.add(of.day);
    else if (of.kind === "event") event(of.event);
    else if (of.kind !== "open") of.of.forEach(end);
  };
  const condition = (of) => {
    if (!of) return;
    if (of.kind === "event") event(of.id);
    else if (of.kind === "all" || of.kind === "any") of.of.forEach(condition);
    else if (of.kind === "not") condition(of.of);
  };
  for (const clause of clauses) {
    days.add(clause.start);
    end(clause.end);
    condition(clause.when);
    condition(clause.unless);
    for (const ending of precedence.endings.get(clause.id) ?? []) days.add(ending.from).add(ending.to);
    const leads = clause.lead.kind === "reading" ? clause.lead.by.values() : [clause.lead];
    for (const lead of leads) days.add(leadEnd(lead, clause.start));
  }
  return [...days].filter(Number.isFinite).sort((a, b) => a - b);
}
function runsBetween(days) {
  const bounds = [BEGINNING, ...days, FOREVER];
  return bounds.slice(1).map((to, index) => ({ from: bounds[index], to }));
}
var dayIn = ({ from, to }, fallback) => Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : fallback;

// src/matrix/diagram.ts
var FALSE = 0;
var TRUE = 1;
var TERMINALS = 16;
var TooManyNodes = class extends Error {
};
var Diagrams = class {
  variables = [];
  branches = [];
  unique = /* @__PURE__ */ new Map();
  conditionals = /* @__PURE__ */ new Map();
  budget = Infinity;
  /** Runs `work` with at most `nodes` new nodes. */
  within(nodes, work) {
    this.budget = this.variables.length + nodes;
    try {
      return work();
    } finally {
      this.budget = Infinity;
    }
  }
  /** The function that takes the branch of the variable's value. Variables are ordered by their numbers. */
  node(variable, branches) {
    const [first] = branches;
    if (first !== void 0 && branches.every((branch) => branch === first)) return first;
    const key = `${variable}:${branches.join(",")}`;
    const known2 = this.unique.get(key);
    if (known2 !== void 0) return known2;
    if (this.variables.length >= this.budget) throw new TooManyNodes();
    const created = this.variables.length + TERMINALS;
    this.variables.push(variable);
    this.branches.push(branches);
    this.unique.set(key, created);
    return created;
  }
  literal(variable, value, size) {
    return this.node(variable, Array.from({ length: size }, (_, index) => index === value ? TRUE : FALSE));
  }
  /** `condition ? yes : no`, where `condition` is a truth function and the others have any terminals. */
  choose(condition, yes, no) {
    if (condition === TRUE) return yes;
    if (condition === FALSE) return no;
    if (yes === no) return yes;
    if (yes === TRUE && no === FALSE) return condition;
    const key = `${condition},${yes},${no}`;
    const known2 = this.conditionals.get(key);
    if (known2 !== void 0) return known2;
    const top = Math.min(this.top(condition), this.top(yes), this.top(no));
    const size = (this.top(condition) === top ? this.of(condition) : this.top(yes) === top ? this.of(yes) : this.of(no)).length;
    const result = this.node(top, Array.from({ length: size }, (_, value) => this.choose(this.cofactor(condition, top, value), this.cofactor(yes, top, value), this.cofactor(no, top, value))));
    this.conditionals.set(key, result);
    return result;
  }
  and = (a, b) => this.choose(a, b, FALSE);
  or = (a, b) => this.choose(a, TRUE, b);
  not = (a) => this.choose(a, FALSE, TRUE);
  all = (list) => list.reduce(this.and, TRUE);
  any = (list) => list.reduce(this.or, FALSE);
  /** The terminal in the world where every variable has its first value: the baseline. */
  baseline(diagram) {
    let at = diagram;
    while (at >= TERMINALS) at = this.of(at)[0];
    return at;
  }
  /** The terminals that some world reaches, sorted. */
  terminals(diagram) {
    return [...this.reach(diagram)].filter((node) => node < TERMINALS).sort((a, b) => a - b);
  }
  /** The variables that the function depends on, sorted. */
  support(diagram) {
    return [...new Set([...this.reach(diagram)].filter((node) => node >= TERMINALS).map((node) => this.top(node)))].sort((a, b) => a - b);
  }
  /** The truth function of "the terminal is this one". */
  is(diagram, terminal, memo = /* @__PURE__ */ new Map()) {
    if (diagram < TERMINALS) return diagram === terminal ? TRUE : FALSE;
    const known2 = memo.get(diagram);
    if (known2 !== void 0) return known2;
    const result = this.node(this.top(diagram), this.of(diagram).map((branch) => this.is(branch, terminal, memo)));
    memo.set(diagram, result);
    return result;
  }
  /**
   * The prime implicants of a truth function: the smallest sets of literals that make it true. A prime either leaves the
   * top variable open, and is a prime of the conjunction of all branches; or fixes it, and is a prime of that branch that
   * does not already make all branches true. At most `limit` are kept at any step; `more` tells that some were dropped.
   */
  primes(diagram, limit) {
    const memo = /* @__PURE__ */ new Map();
    const visit = (node) => {
      if (node < TERMINALS) return { sets: node === TRUE ? [[]] : [], more: false };
      const known2 = memo.get(node);
      if (known2) return known2;
      const variable = this.top(node);
      const branches = this.of(node);
      const common = this.all(branches);
      const open = visit(common);
      let more = open.more;
      const sets = [...open.sets];
      branches.forEach((branch, value) => {
        const inner = visit(branch);
        more ||= inner.more;
        for (const set of inner.sets) if (this.restrict(common, set) !== TRUE) sets.push([[variable, value], ...set]);
      });
      if (sets.length > limit) {
        more = true;
        sets.sort((a, b) => a.length - b.length);
        sets.length = limit;
      }
      const result = { sets, more };
      memo.set(node, result);
      return result;
    };
    return visit(diagram);
  }
  /** The function with some variables fixed. */
  restrict(diagram, literals, memo = /* @__PURE__ */ new Map()) {
    if (diagram < TERMINALS || literals.length === 0) return diagram;
    const known2 = memo.get(diagram);
    if (known2 !== void 0) return known2;
    const variable = this.top(diagram);
    const fixed = literals.find(([candidate]) => candidate === variable);
    const result = fixed ? this.restrict(this.of(diagram)[fixed[1]], literals, memo) : this.node(variable, this.of(diagram).map((branch) => this.restrict(branch, literals, memo)));
    memo.set(diagram, result);
    return result;
  }
  reach(diagram) {
    const seen = /* @__PURE__ */ new Set();
    const queue = [diagram];
    for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (node >= TERMINALS) queue.push(...this.of(node));
    }
    return seen;
  }
  top(diagram) {
    return diagram < TERMINALS ? Infinity : this.variables[diagram - TERMINALS];
  }
  of(diagram) {
    return this.branches[diagram - TERMINALS] ?? [];
  }
  cofactor(diagram, variable, value) {
    return this.top(diagram) === variable ? this.of(diagram)[value] : diagram;
  }
};

// src/matrix/clashes.ts
function clashesOf(evaluator, daysOf) {
  const { partnership } = evaluator;
  const clashes = [];
  for (const product of partnership.products.keys()) {
    const runs = runsBetween(daysOf(product));
    for (const cloud of partnership.clouds.keys()) {
      let last;
      for (const run of runs) {
        const found = clashOn(evaluator, product, cloud, dayIn(run, partnership.asOf));
        if (!found) continue;
        if (last && last.to === run.from && last.certain === found.certain && last.clauses.join() === found.clauses.join()) {
          last = { ...last, to: run.to };
          clashes[clashes.length - 1] = last;
        } else {
          last = { product, cloud, from: run.from, to: run.to, ...found };
          clashes.push(last);
        }
      }
    }
  }
  return clashes;
}
function clashOn(evaluator, product, cloud, day) {
  const { diagrams } = evaluator.worlds;
  if (evaluator.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns) return void 0;
  try {
    return diagrams.within(CELL_LIMITS.nodes, () => {
      const { claims, bars, leaves, conflict: conflict2 } = evaluator.terms(product, cloud, day);
      if (conflict2 === FALSE) return void 0;
      const any = (effects) => diagrams.any(effects.map(({ holds }) => holds));
      const anyBar = any(bars);
      const anyClaim = any(claims);
      const meets = ({ holds }, others) => diagrams.and(holds, others) !== FALSE;
      const clauses = [
        ...claims.filter((claim) => meets(claim, anyBar)),
        ...bars.filter((bar) => meets(bar, diagrams.or(anyClaim, any(leaves.filter(({ clause }) => clause.by === bar.clause.to))))),
        ...leaves.filter((leave) => meets(leave, any(bars.filter(({ clause }) => clause.to === leave.clause.by))))
      ].map(({ clause }) => clause.id);
      return { certain: conflict2 === TRUE, clauses: [...new Set(clauses)].sort() };
    });
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    return void 0;
  }
}

// src/matrix/unknowns.ts
function unknownsIn(clause) {
  const names = /* @__PURE__ */ new Set();
  const condition = (of) => {
    if (!of) return;
    switch (of.kind) {
      case "all":
      case "any":
        return of.of.forEach(condition);
      case "not":
        return condition(of.of);
      default:
        names.add(of.id);
    }
  };
  const end = (of) => {
    if (of.kind === "event") names.add(of.event);
    else if (of.kind === "earliest" || of.kind === "latest") of.of.forEach(end);
  };
  end(clause.end);
  condition(clause.when);
  condition(clause.unless);
  if (clause.lead.kind === "reading") names.add(clause.lead.reading);
  return [...names];
}

// src/matrix/types.ts
var STATUSES = ["conflict", "barred", "exclusive", "first", "after-first", "available", "unspecified"];

// src/matrix/worlds.ts
var Worlds = class {
  constructor(partnership, assume) {
    this.partnership = partnership;
    this.assume = assume;
  }
  partnership;
  assume;
  diagrams = new Diagrams();
  unknowns = [];
  numbers = /* @__PURE__ */ new Map();
  /** Whether an event has happened by the end of the day. */
  event(id, day) {
    const event = this.partnership.events.get(id);
    if (!event || event.status === "never") return FALSE;
    if (event.status === "occurred") return event.on !== void 0 && day >= event.on ? TRUE : FALSE;
    if (day <= this.partnership.asOf) return FALSE;
    return this.unknown(id, ["never", "occurred"], this.assumed(id), "occurred");
  }
  fact(id, product) {
    const fact = this.partnership.facts.get(id);
    if (!fact) return FALSE;
    const value = fact.per.get(product) ?? fact.value;
    if (value !== "unknown") return value ? TRUE : FALSE;
    return this.unknown(id, [false, true], this.assumed(`${id}:${product}`) ?? this.assumed(id), true);
  }
  reading(id, choice) {
    const reading = this.partnership.readings.get(id);
    if (!reading) return FALSE;
    if (reading.adopted !== void 0) return reading.adopted === choice ? TRUE : FALSE;
    return this.unknown(id, [...reading.choices.keys()], this.assumed(id), choice);
  }
  condition(condition, product, day) {
    switch (condition.kind) {
      case "event":
        return this.event(condition.id, day);
      case "fact":
        return this.fact(condition.id, product);
      case "reading":
        return this.reading(condition.id, condition.choice);
      case "all":
        return this.diagrams.all(condition.of.map((part) => this.condition(part, product, day)));
      case "any":
        return this.diagrams.any(condition.of.map((part) => this.condition(part, product, day)));
      case "not":
        return this.diagrams.not(this.condition(condition.of, product, day));
    }
  }
  /** Whether the name is open for the product on the day, under the assumptions. */
  isUnknown(name, product, day) {
    const { events, facts, readings, asOf } = this.partnership;
    if (this.assumed(name) !== void 0 || this.assumed(`${name}:${product}`) !== void 0) return false;
    if (events.has(name)) return events.get(name)?.status === "pending" && day > asOf;
    const fact = facts.get(name);
    return fact ? (fact.per.get(product) ?? fact.value) === "unknown" : readings.get(name)?.adopted === void 0;
  }
  /** Literals as the assumptions that a person would write. */
  assumptions(literals) {
    return Object.fromEntries(literals.map(([variable, value]) => [this.unknowns[variable].name, this.unknowns[variable].values[value]]));
  }
  /** Whether an assumption is what the baseline has anyway. */
  isBaseline(name, value) {
    return this.unknowns[this.numbers.get(name) ?? -1]?.values[0] === value;
  }
  names(variables) {
    return variables.map((variable) => this.unknowns[variable].name);
  }
  assumed(name) {
    return Object.hasOwn(this.assume, name) ? this.assume[name] : void 0;
  }
  unknown(name, values, assumed, wanted) {
    if (assumed !== void 0 && values.includes(assumed)) return assumed === wanted ? TRUE : FALSE;
    let number = this.numbers.get(name);
    if (number === void 0) {
      number = this.unknowns.push({ name, values }) - 1;
      this.numbers.set(name, number);
    }
    return this.diagrams.literal(number, values.indexOf(wanted), values.length);
  }
};

// src/matrix/evaluate.ts
var Evaluator = class {
  constructor(partnership, precedence, assume) {
    this.partnership = partnership;
    this.precedence = precedence;
    this.worlds = new Worlds(partnership, assume);
    const all = new Set(partnership.clouds.keys());
    for (const clause of partnership.clauses.values()) {
      const contributions = clause.type.contributions(clause, all);
      this.contributions.set(clause.id, contributions);
      if (contributions.length === 0) continue;
      for (const product of clause.products) {
        const list = this.byProduct.get(product);
        if (list) list.push(clause);
        else this.byProduct.set(product, [clause]);
      }
    }
  }
  partnership;
  precedence;
  worlds;
  byProduct = /* @__PURE__ */ new Map();
  contributions = /* @__PURE__ */ new Map();
  mentioned = /* @__PURE__ */ new Map();
  /** Which clauses contribute in the run of days that was evaluated last. */
  memo = { key: "", active: /* @__PURE__ */ new Map(), effective: /* @__PURE__ */ new Map() };
  /** The clauses that can contribute to some cell of the product, in file order. */
  clausesOf(product) {
    return this.byProduct.get(product) ?? [];
  }
  contributionsTo(clause, cloud) {
    return (this.contributions.get(clause.id) ?? []).filter(({ clouds }) => clouds.has(cloud));
  }
  /** The worlds in which the clause is in force for the product on the day, before overrides. */
  active(clause, product, day) {
    const { active } = this.memoFor(product, day);
    const known2 = active.get(clause.id);
    if (known2 !== void 0) return known2;
    const { diagrams } = this.worlds;
    const suspended = (this.precedence.endings.get(clause.id) ?? []).some(({ from, to }) => from <= day && day < to);
    let result = FALSE;
    if (clause.start <= day && !suspended) {
      result = diagrams.and(diagrams.not(this.ended(clause.end, day)), clause.when ? this.worlds.condition(clause.when, product, day) : TRUE);
      if (clause.unless) result = diagrams.and(result, diagrams.not(this.worlds.condition(clause.unless, product, day)));
    }
    active.set(clause.id, result);
    return result;
  }
  /** The worlds in which the clause contributes to the cell: in force, and not yielding to a clause that contributes. */
  effective(clause, product, cloud, day) {
    const { effective } = this.memoFor(product, day);
    const key = `${clause.id} ${cloud}`;
    const known2 = effective.get(key);
    if (known2 !== void 0) return known2;
    const contributes = clause.products.has(product) && this.contributionsTo(clause, cloud).length > 0;
    const result = contributes ? this.worlds.diagrams.and(this.active(clause, product, day), this.worlds.diagrams.not(this.overridden(clause, product, cloud, day))) : FALSE;
    effective.set(key, result);
    return result;
  }
  /** The worlds in which something that the clause yields to contributes to the cell. */
  overridden(clause, product, cloud, day) {
    const winners = [...this.precedence.yieldsTo.get(clause.id) ?? []].map((id) => this.partnership.clauses.get(id));
    return this.worlds.diagrams.any(winners.map((winner) => this.effective(winner, product, cloud, day)));
  }
  /** The worlds in which the clause has priority on another cloud, its lead runs, and nothing overrides it here. */
  waiting(clause, product, cloud, day) {
    const { diagrams } = this.worlds;
    const [home] = (this.contributions.get(clause.id) ?? []).filter(({ role }) => role === "priority");
    if (!home || home.clouds.has(cloud)) return FALSE;
    const running = this.leadRunning(clause, day);
    if (running === FALSE) return FALSE;
    const ahead = diagrams.any([...home.clouds].map((first) => this.effective(clause, product, first, day)));
    return diagrams.all([ahead, running, diagrams.not(this.overridden(clause, product, cloud, day))]);
  }
  /** How many unknowns the clauses that can touch the cell turn on, counted before anything is computed. */
  unknownsTouching(product, cloud, day) {
    const touching = /* @__PURE__ */ new Set();
    const add2 = (clause) => {
      if (touching.has(clause) || clause.start > day) return;
      touching.add(clause);
      for (const id of this.precedence.yieldsTo.get(clause.id) ?? []) add2(this.partnership.clauses.get(id));
    };
    for (const clause of this.clausesOf(product)) {
      const contributions = this.contributions.get(clause.id) ?? [];
      if (contributions.some(({ role, clouds }) => role === "priority" || clouds.has(cloud))) add2(clause);
    }
    const unknowns = /* @__PURE__ */ new Set();
    for (const clause of touching) for (const name of this.unknownsOf(clause)) if (this.worlds.isUnknown(name, product, day)) unknowns.add(name);
    return unknowns.size;
  }
  unknownsOf(clause) {
    const known2 = this.mentioned.get(clause.id);
    if (known2) return known2;
    const names = unknownsIn(clause);
    this.mentioned.set(clause.id, names);
    return names;
  }
  /** Throws TooManyNodes where the cell is beyond the limits. */
  terms(product, cloud, day) {
    const { diagrams } = this.worlds;
    const claims = [];
    const bars = [];
    const leaves = [];
    const priorities = [];
    const waits = [];
    const lists = { claim: claims, bar: bars, leave: leaves, priority: priorities };
    for (const clause of this.clausesOf(product)) {
      const holds = this.effective(clause, product, cloud, day);
      if (holds !== FALSE) for (const { role, exclusive } of this.contributionsTo(clause, cloud)) lists[role].push({ clause, holds, exclusive: exclusive === true });
      const waiting = this.waiting(clause, product, cloud, day);
      if (waiting !== FALSE) waits.push({ clause, holds: waiting, exclusive: false });
    }
    const any = (effects) => diagrams.any(effects.map(({ holds }) => holds));
    const claim = any(claims);
    const bar = any(bars);
    const givers = new Set(leaves.map(({ clause }) => clause.by));
    const selfConflict = diagrams.any([...givers].map((party) => diagrams.and(any(leaves.filter(({ clause }) => clause.by === party)), any(bars.filter(({ clause }) => clause.to === party)))));
    const conflict2 = diagrams.or(diagrams.and(claim, bar), selfConflict);
    const permitted = diagrams.or(claim, any(leaves));
    const conditions = [conflict2, bar, any(claims.filter(({ exclusive }) => exclusive)), any(priorities), diagrams.and(permitted, any(waits)), permitted];
    const status = conditions.reduceRight((rest, condition, index) => diagrams.choose(condition, index, rest), STATUSES.length - 1);
    return { claims, bars, leaves, priorities, waits, conflict: conflict2, status };
  }
  cell(product, cloud, day) {
    const { diagrams } = this.worlds;
    const marks = this.marks(product, cloud, day);
    try {
      if (this.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns) throw new TooManyNodes();
      return diagrams.within(CELL_LIMITS.nodes, () => {
        const terms = this.terms(product, cloud, day);
        const support = diagrams.support(terms.status);
        const baseline = diagrams.baseline(terms.status);
        const reached = diagrams.terminals(terms.status);
        const certain = reached.length === 1;
        const possible = [baseline, ...reached.filter((index) => index !== baseline)].map((index) => {
          const status = STATUSES[index];
          if (certain) return { status, when: [], more: false };
          const { sets, more } = diagrams.primes(diagrams.is(terms.status, index), CELL_LIMITS.sets);
          const when = sets.map((set) => [...set].sort((a, b) => a[0] - b[0])).sort(compareSets).map((set) => this.worlds.assumptions(set));
          return { status, when, more };
        });
        const because = this.because(STATUSES[baseline], terms);
        const doubtful = because.filter((id) => ["inferred", "disputed"].includes(this.partnership.clauses.get(id)?.source?.status ?? ""));
        return { product, cloud, status: STATUSES[baseline], certain, possible, because, unknowns: this.worlds.names(support), unmodelled: marks, doubtful };
      });
    } catch (error) {
      if (!(error instanceof TooManyNodes)) throw error;
      return { product, cloud, status: "undecided", certain: false, possible: [], because: [], unknowns: [], unmodelled: marks, doubtful: [] };
    }
  }
  /** Whether the clause contributes to some cell of the product on the day in some world; a guess of yes where that is beyond the limits. */
  mayContribute(clause, product, day) {
    const clouds = new Set((this.contributions.get(clause.id) ?? []).flatMap((contribution) => [...contribution.clouds]));
    for (const cloud of clouds) {
      if (this.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns) return true;
      try {
        if (this.worlds.diagrams.within(CELL_LIMITS.nodes, () => this.effective(clause, product, cloud, day)) !== FALSE) return true;
      } catch (error) {
        if (!(error instanceof TooManyNodes)) throw error;
        return true;
      }
    }
    return false;
  }
  endedInBaseline(end, day) {
    return this.worlds.diagrams.baseline(this.ended(end, day)) === TRUE;
  }
  /** Whether the effect counts in the baseline. */
  inBaseline = ({ holds }) => this.worlds.diagrams.baseline(holds) === TRUE;
  because(status, terms) {
    const base = (effects2) => effects2.filter(this.inBaseline);
    const bars = base(terms.bars);
    const claims = base(terms.claims);
    const leaves = base(terms.leaves);
    const effects = (() => {
      switch (status) {
        case "conflict":
          return clashing(claims, bars, leaves);
        case "barred":
          return bars;
        case "exclusive":
          return claims.filter(({ exclusive }) => exclusive);
        case "first":
          return base(terms.priorities);
        case "after-first":
          return [...claims, ...leaves, ...base(terms.waits)];
        case "available":
          return [...claims, ...leaves];
        case "unspecified":
          return [];
      }
    })();
    return [...new Set(effects.map(({ clause }) => clause.id))].sort();
  }
  ended(end, day) {
    switch (end.kind) {
      case "open":
        return FALSE;
      case "day":
        return day >= end.day ? TRUE : FALSE;
      case "event":
        return this.worlds.event(end.event, day);
      case "earliest":
        return this.worlds.diagrams.any(end.of.map((part) => this.ended(part, day)));
      case "latest":
        return this.worlds.diagrams.all(end.of.map((part) => this.ended(part, day)));
    }
  }
  leadRunning({ lead, start }, day) {
    if (lead.kind !== "reading") return day < leadEnd(lead, start) ? TRUE : FALSE;
    const { diagrams } = this.worlds;
    return diagrams.any([...lead.by].map(([choice, value]) => day < leadEnd(value, start) ? this.worlds.reading(lead.reading, choice) : FALSE));
  }
  marks(product, cloud, day) {
    const marks = /* @__PURE__ */ new Set();
    for (const agreement of this.partnership.agreements.values()) {
      for (const holder of [agreement, ...agreement.clauses]) {
        if (holder.unmodelled.length === 0 || day < holder.start || this.ended(holder.end, day) === TRUE) continue;
        if (holder.unmodelled.some(({ products, clouds }) => products.has(product) && clouds.has(cloud))) marks.add(holder.id);
      }
    }
    return [...marks].sort();
  }
  memoFor(product, day) {
    const key = `${day} ${product}`;
    if (this.memo.key !== key) this.memo = { key, active: /* @__PURE__ */ new Map(), effective: /* @__PURE__ */ new Map() };
    return this.memo;
  }
};
function clashing(claims, bars, leaves) {
  const holders = new Set(bars.map(({ clause }) => clause.to));
  const givers = new Set(leaves.map(({ clause }) => clause.by));
  return [
    ...bars.length > 0 ? claims : [],
    ...bars.filter(({ clause }) => claims.length > 0 || givers.has(clause.to)),
    ...leaves.filter(({ clause }) => holders.has(clause.by))
  ];
}
function compareSets(a, b) {
  if (a.length !== b.length) return a.length - b.length;
  for (const [index, [variable, value]] of a.entries()) {
    const other = b[index];
    if (variable !== other[0] || value !== other[1]) return variable - other[0] || value - other[1];
  }
  return 0;
}

// src/matrix/flips.ts
function flipsOf(evaluator, assume, product, cloud, day) {
  const cell = evaluator.cell(product, cloud, day);
  if (cell.status === "undecided") return [];
  const inConflict = cell.status === "conflict";
  return [...assumptionFlips(evaluator, assume, cell, inConflict, day), ...inConflict ? overrideFlips(evaluator, assume, product, cloud, day) : []];
}
function assumptionFlips(evaluator, assume, cell, inConflict, day) {
  const seen = /* @__PURE__ */ new Set();
  const flips = [];
  const changes = cell.possible.filter(({ status }) => status === "conflict" !== inConflict).flatMap(({ when }) => when.map((set) => Object.entries(set).filter(([name, value]) => !evaluator.worlds.isBaseline(name, value))));
  const smallest = changes.filter((change) => !changes.some((other) => other.length < change.length && other.every(([name, value]) => change.some(([n, v]) => n === name && v === value))));
  for (const change of smallest.sort((a, b) => a.length - b.length)) {
    const set = Object.fromEntries(change);
    const key = JSON.stringify(set);
    if (seen.has(key)) continue;
    seen.add(key);
    const after = new Evaluator(evaluator.partnership, evaluator.precedence, { ...assume, ...set }).cell(cell.product, cell.cloud, day).status;
    if (after !== "undecided" && after === "conflict" !== inConflict) flips.push({ kind: "assume", assume: set, status: after });
  }
  return flips;
}
function overrideFlips(evaluator, assume, product, cloud, day) {
  const { partnership, precedence } = evaluator;
  const terms = evaluator.terms(product, cloud, day);
  const base = terms.claims.filter(evaluator.inBaseline);
  const bars = terms.bars.filter(evaluator.inBaseline);
  const leaves = terms.leaves.filter(evaluator.inBaseline);
  const involved = [...new Set(clashing(base, bars, leaves).map(({ clause }) => clause))];
  const barIds = new Set(bars.map(({ clause }) => clause.id));
  const flips = [];
  for (const yields of involved) {
    for (const to of involved) {
      if (yields === to || barIds.has(yields.id) === barIds.has(to.id)) continue;
      const keys = [["subject-to", yields.agreement], ["notwithstanding", to.agreement]].filter(([, agreement]) => partnership.agreements.get(agreement)?.parties.has(yields.to));
      const [first] = keys;
      if (!first) continue;
      const yieldsTo = new Map(precedence.yieldsTo);
      yieldsTo.set(yields.id, /* @__PURE__ */ new Set([...yieldsTo.get(yields.id) ?? [], to.id]));
      if (yieldsTo.get(to.id)?.has(yields.id)) continue;
      const status = new Evaluator(partnership, { ...precedence, yieldsTo }, assume).cell(product, cloud, day).status;
      if (status !== "conflict" && status !== "undecided") flips.push({ kind: "override", yields: yields.id, to: to.id, key: first[0], status });
    }
  }
  return flips;
}

// src/matrix/precedence.ts
function precedenceOf({ agreements, clauses }) {
  const endings = /* @__PURE__ */ new Map();
  const violations = [];
  const edges = [];
  const holds = (clause, agreement) => agreement.parties.has(clause.to);
  const end = (clause, ending) => void endings.set(clause, [...endings.get(clause) ?? [], ending]);
  for (const agreement of agreements.values()) {
    const { id, start } = agreement;
    for (const { agreement: target, place } of agreement.supersedes) {
      if (target === id) continue;
      for (const clause of agreements.get(target)?.clauses ?? []) {
        if (holds(clause, agreement)) end(clause.id, { by: id, kind: "supersedes", from: start, to: FOREVER, with: void 0 });
        else violations.push({ kind: "supersedes", agreement: id, clause: clause.id, place });
      }
    }
    for (const { target, effect, until, with: replacement, targetPlace } of agreement.amends) {
      const clause = clauses.get(target);
      if (!clause) continue;
      if (holds(clause, agreement)) end(target, { by: id, kind: effect, from: start, to: effect === "suspend" ? until ?? start : FOREVER, with: effect === "replace" ? replacement : void 0 });
      else violations.push({ kind: "amends", agreement: id, clause: target, place: targetPlace });
    }
    for (const clause of agreement.clauses) {
      for (const { clause: to, place } of clause.subjectTo) {
        if (holds(clause, agreement)) edges.push({ yields: clause.id, to });
        else violations.push({ kind: "subject-to", agreement: id, clause: clause.id, place });
      }
      for (const { clause: yields, place } of clause.notwithstanding) {
        const target = clauses.get(yields);
        if (!target) continue;
        if (holds(target, agreement)) edges.push({ yields, to: clause.id });
        else violations.push({ kind: "notwithstanding", agreement: id, clause: yields, place });
      }
    }
  }
  const cycles = cyclesOf(edges);
  const circle = new Map(cycles.flatMap((ids, index) => ids.map((id) => [id, index])));
  const yieldsTo = /* @__PURE__ */ new Map();
  for (const { yields, to } of edges) {
    const index = circle.get(yields);
    if (index !== void 0 && index === circle.get(to)) continue;
    const set = yieldsTo.get(yields) ?? /* @__PURE__ */ new Set();
    yieldsTo.set(yields, set.add(to));
  }
  return { endings, yieldsTo, violations, cycles };
}
function cyclesOf(edges) {
  const next = /* @__PURE__ */ new Map();
  for (const { yields, to } of edges) next.set(yields, [...next.get(yields) ?? [], to]);
  const index = /* @__PURE__ */ new Map();
  const low = /* @__PURE__ */ new Map();
  const stack = [];
  const onStack = /* @__PURE__ */ new Set();
  const cycles = [];
  for (const root of next.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.at === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node));
        stack.push(node);
        onStack.add(node);
      }
      const target = next.get(node)?.[frame.at];
      frame.at += 1;
      if (target !== void 0) {
        if (!index.has(target)) work.push({ node: target, at: 0 });
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node), index.get(target)));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.node, Math.min(low.get(parent.node), low.get(node)));
      if (low.get(node) !== index.get(node)) continue;
      const members = [];
      for (let member = stack.pop(); member !== void 0; member = stack.pop()) {
        onStack.delete(member);
        members.push(member);
        if (member === node) break;
      }
      if (members.length > 1 || next.get(node)?.includes(node)) cycles.push(members.reverse());
    }
  }
  return cycles;
}

// src/matrix/traces.ts
function tracesOf(evaluator, product, cloud, day) {
  const { diagrams } = evaluator.worlds;
  if (evaluator.unknownsTouching(product, cloud, day) > CELL_LIMITS.unknowns) return [];
  try {
    return diagrams.within(CELL_LIMITS.nodes, () => evaluator.clausesOf(product).flatMap((clause) => {
      const contributions = evaluator.contributionsTo(clause, cloud);
      const waits = contributions.length === 0 && clause.type.contributions(clause, new Set(evaluator.partnership.clouds.keys())).some(({ role }) => role === "priority");
      if (contributions.length === 0 && !waits) return [];
      const holds = waits ? evaluator.waiting(clause, product, cloud, day) : evaluator.effective(clause, product, cloud, day);
      const worlds = holds === TRUE ? "all" : holds === FALSE ? "none" : "some";
      return [{
        clause: clause.id,
        roles: [...new Set(contributions.map(({ role }) => role))],
        waits,
        state: stateOf(evaluator, clause, product, cloud, day, holds),
        worlds,
        when: worlds === "some" ? diagrams.primes(holds, CELL_LIMITS.sets).sets.map((set) => evaluator.worlds.assumptions(set)) : []
      }];
    }));
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    return [];
  }
}
function stateOf(evaluator, clause, product, cloud, day, holds) {
  const { worlds, precedence, partnership } = evaluator;
  const base = (diagram) => worlds.diagrams.baseline(diagram) === TRUE;
  if (base(holds)) return { kind: "contributes" };
  if (day < clause.start) return { kind: "not-yet", from: clause.start };
  for (const { kind, from, to: to2, by } of precedence.endings.get(clause.id) ?? []) {
    if (from <= day && day < to2) return kind === "suspend" ? { kind: "suspended", until: to2, by } : { kind: "over", day: from, by };
  }
  const ended = evaluator.endedInBaseline(clause.end, day);
  if (ended) return { kind: "over", day: dayOfEnd(clause.end), by: void 0 };
  if (clause.when && !base(worlds.condition(clause.when, product, day))) return { kind: "condition" };
  if (clause.unless && base(worlds.condition(clause.unless, product, day))) return { kind: "exception" };
  const to = [...precedence.yieldsTo.get(clause.id) ?? []].filter((id) => base(evaluator.effective(partnership.clauses.get(id), product, cloud, day)));
  if (to.length > 0) return { kind: "yields", to };
  return { kind: "over", day: void 0, by: void 0 };
}
var dayOfEnd = (end) => end.kind === "day" ? end.day : void 0;

// src/matrix/build.ts
var NONE = {};
var KEPT = 4;
function matrixOf(partnership) {
  const precedence = precedenceOf(partnership);
  const kept = /* @__PURE__ */ new Map();
  const view = (assume) => {
    const evaluator = new Evaluator(partnership, precedence, assume);
    const timelines = /* @__PURE__ */ new Map();
    const days = /* @__PURE__ */ new Map();
    const daysOf = (product) => {
      const known2 = days.get(product) ?? breakpoints(evaluator.clausesOf(product), partnership, precedence);
      days.set(product, known2);
      return known2;
    };
    const timeline = (product, cloud) => {
      const key = `${product} ${cloud}`;
      const known2 = timelines.get(key);
      if (known2) return known2;
      const runs = [];
      let last = "";
      for (const run of runsBetween([...daysOf(product), ...markDays(partnership)].sort((a, b) => a - b).filter((day, index, all) => day !== all[index - 1]))) {
        const cell = evaluator.cell(product, cloud, dayIn(run, partnership.asOf));
        const text = JSON.stringify(cell);
        const previous = runs[runs.length - 1];
        if (previous && text === last) runs[runs.length - 1] = { ...previous, to: run.to };
        else runs.push({ ...run, cell });
        last = text;
      }
      timelines.set(key, runs);
      return runs;
    };
    return { evaluator, daysOf, timeline };
  };
  const at = (assume = NONE) => {
    const key = JSON.stringify(Object.entries(assume).sort(([a], [b]) => a < b ? -1 : 1));
    const known2 = kept.get(key);
    if (known2) return known2;
    const created = view(assume);
    if (kept.size > KEPT) for (const old of [...kept.keys()].filter((candidate) => candidate !== "[]").slice(0, 1)) kept.delete(old);
    kept.set(key, created);
    return created;
  };
  let clashes;
  let contributing;
  const cellOf = (product, cloud, day, assume) => at(assume).evaluator.cell(product, cloud, day);
  return {
    partnership,
    precedence,
    cell: cellOf,
    timeline: (product, cloud, assume) => at(assume).timeline(product, cloud),
    changes: (assume) => {
      const days = /* @__PURE__ */ new Set();
      for (const product of partnership.products.keys()) {
        for (const cloud of partnership.clouds.keys()) for (const { from } of at(assume).timeline(product, cloud)) if (from !== BEGINNING) days.add(from);
      }
      return [...days].sort((a, b) => a - b);
    },
    clashes: () => clashes ??= clashesOf(at().evaluator, at().daysOf),
    traces: (product, cloud, day, assume) => tracesOf(at(assume).evaluator, product, cloud, day),
    flips: (product, cloud, day, assume = NONE) => flipsOf(at(assume).evaluator, assume, product, cloud, day),
    everContributes: (clause) => (contributing ??= contributingClauses(at().evaluator, at().daysOf)).has(clause)
  };
}
function markDays(partnership) {
  const holders = [...partnership.agreements.values()].flatMap((agreement) => [agreement, ...agreement.clauses]);
  return holders.filter(({ unmodelled }) => unmodelled.length > 0).flatMap(({ start, end }) => [start, end.kind === "day" ? end.day : BEGINNING]).filter(Number.isFinite);
}
function contributingClauses(evaluator, daysOf) {
  const { partnership } = evaluator;
  const found = /* @__PURE__ */ new Set();
  for (const product of partnership.products.keys()) {
    for (const run of runsBetween(daysOf(product))) {
      const day = dayIn(run, partnership.asOf);
      for (const clause of evaluator.clausesOf(product)) {
        if (!found.has(clause.id) && evaluator.mayContribute(clause, product, day)) found.add(clause.id);
      }
    }
  }
  return found;
}

// src/grammar/read.ts
var textOf = (node) => node?.kind === "scalar" && node.value !== null ? node.text : void 0;
var mapAt = (map, key) => {
  const value = map && entryOf(map, key)?.value;
  return value?.kind === "map" ? value : void 0;
};
var valueAt = (map, key) => map && entryOf(map, key)?.value;
var textAt = (map, key) => textOf(valueAt(map, key));
function booleanOf(node) {
  return node?.kind === "scalar" && typeof node.value === "boolean" ? node.value : void 0;
}
function dateOf(node) {
  const text = textOf(node);
  return text === void 0 ? void 0 : parseDate(text);
}
function amountOf(node) {
  const text = textOf(node);
  const amount = text === void 0 ? void 0 : parseAmount(text);
  return typeof amount === "object" ? amount : void 0;
}
function itemsOf(node) {
  const items = node === void 0 ? [] : node.kind === "seq" ? node.items : [node];
  return items.filter((item) => item.kind !== "scalar" || item.value !== null);
}
function leadValueOf(node) {
  const text = textOf(node);
  if (text === void 0) return void 0;
  if (text === "open-ended" || text === "none") return { kind: text };
  const duration = parseDuration(text);
  return duration && { kind: "duration", duration };
}
var SHARE = /^\d{1,3}(?:\.\d{1,6})?%$/;
var ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// src/model/imports.ts
function importsOf(tree) {
  return itemsOf(tree.root ? valueAt(tree.root, "import") : void 0).flatMap((node) => {
    const path = textOf(node);
    return path === void 0 ? [] : [{ path, start: node.span.start, end: node.span.end }];
  });
}
function resolvePath(path, file, workspace) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || /^[\\/]/.test(path) || path.includes("\\") || path.includes("\0")) return void 0;
  try {
    const encoded = path.split("/").map((part) => encodeURIComponent(part)).join("/");
    const target = new URL(encoded, file);
    const root = workspace.endsWith("/") ? workspace : `${workspace}/`;
    return target.href.startsWith(new URL(root).href) ? target.href : void 0;
  } catch {
    return void 0;
  }
}
function gather(main, workspace, treeOf2) {
  const files = /* @__PURE__ */ new Map();
  const problems = [];
  const open = /* @__PURE__ */ new Set();
  const visit = (file, tree2) => {
    const imports = [];
    files.set(file, { file, text: tree2.text, tree: tree2, imports });
    open.add(file);
    for (const { path, start, end } of importsOf(tree2)) {
      const place = { file, start, end };
      const target = resolvePath(path, file, workspace);
      if (target === void 0) {
        problems.push({ code: "import-outside-workspace", place, message: `\`${path}\` is not read: an import is a relative path that stays inside the workspace.` });
      } else if (open.has(target)) {
        problems.push({ code: "import-cycle", place, message: target === file ? "The file imports itself." : `\`${path}\` imports this file in turn; the circle is cut here.` });
      } else if (files.size > LIMITS.imports) {
        problems.push({ code: "resource-limit", place, message: `A file may import ${LIMITS.imports} files; this one is not read.` });
      } else {
        const imported = treeOf2(target);
        if (!imported) {
          problems.push({ code: "import-not-found", place, message: `\`${path}\` cannot be read.`, payload: { path } });
          continue;
        }
        imports.push({ path, place, file: target });
        if (!files.has(target)) visit(target, imported);
      }
    }
    open.delete(file);
  };
  const tree = treeOf2(main);
  if (tree) visit(main, tree);
  return { files, problems };
}
function reachedThrough(main, files) {
  const reached = /* @__PURE__ */ new Map();
  for (const direct of files.get(main)?.imports ?? []) {
    const queue = [direct.file];
    for (let file = queue.pop(); file !== void 0; file = queue.pop()) {
      if (reached.has(file) || file === main) continue;
      reached.set(file, direct.place);
      for (const next of files.get(file)?.imports ?? []) queue.push(next.file);
    }
  }
  return reached;
}

// src/grammar/field.ts
var required = (name, type, doc, example2) => ({ name, type, required: true, doc, example: example2 });
var optional = (name, type, doc, example2) => ({ name, type, required: false, doc, example: example2 });
var ref = (to) => ({ kind: "ref", to });
var listOf = (item, single = false) => ({ kind: "list", item, single });
var shaped = (shape) => ({ kind: "shape", shape });
var mapOf = (declares, shape) => ({ kind: "map", declares, shape });
var oneOf = (values) => ({
  kind: "enum",
  values: Object.entries(values).map(([value, doc]) => ({ value, doc }))
});
var TEXT = { kind: "text" };
var WORDS = { kind: "words" };
var BOOLEAN = { kind: "boolean" };
var DATE = { kind: "date", unstated: false };
var STATED_DATE = { kind: "date", unstated: true };
var END = { kind: "end" };
var AMOUNT = { kind: "amount" };
var CONDITION = { kind: "condition" };
var PRODUCTS = { kind: "selector", of: "product" };
var CLOUDS = { kind: "selector", of: "cloud" };

// src/grammar/shapes.ts
var NAME = optional("name", TEXT, "The name in words, as the tools show it. The id where it is absent.", "OpenAI");
var NOTE = optional("note", TEXT, "A remark for readers. It changes nothing.", "Announced by both parties.");
var PARTY = { name: "party", doc: "Somebody who promises or to whom something is promised.", fields: [NAME, NOTE] };
var CLOUD = {
  name: "cloud",
  doc: "A place where products are served.",
  fields: [
    NAME,
    optional("operator", ref("party"), "The party that runs the cloud.", "microsoft"),
    optional("kind", TEXT, "A word that selectors can name.", "public"),
    optional("services", { kind: "services" }, "Services of this cloud that clauses can name: ids with their names.", "{ bedrock: Amazon Bedrock }"),
    NOTE
  ]
};
var PRODUCT = {
  name: "product",
  doc: "Something that is served to customers: a row of the matrix.",
  fields: [
    NAME,
    optional("owner", ref("party"), "The party whose product it is. A product without an owner belongs to every `products: all`.", "openai"),
    optional("kind", TEXT, "A word that selectors can name.", "model"),
    NOTE
  ]
};
var EVENT = {
  name: "event",
  doc: "Something that happens on a day, and then has happened.",
  fields: [
    NAME,
    optional("status", oneOf({
      pending: "It has not happened up to `as-of`; on later days both are possible.",
      never: "It will not happen.",
      occurred: "It happened, on the day that `on` gives."
    }), "Whether it has happened; `pending` where it is absent.", "pending"),
    optional("on", STATED_DATE, "The day on which it happened. Needed with `status: occurred`.", "2026-03-01"),
    NOTE
  ]
};
var FACT = {
  name: "fact",
  doc: "A state of affairs that a clause turns on.",
  fields: [
    NAME,
    optional("value", { kind: "truth" }, "`true`, `false` or `unknown`, for every product. Unknown where it is absent.", "unknown"),
    optional("for", { kind: "per-product" }, "Values for single products; they override `value`.", "{ frontier: true }"),
    NOTE
  ]
};
var READING = {
  name: "reading",
  doc: "Wording that can be read in more than one way. Open until somebody adopts a choice.",
  fields: [
    required("question", TEXT, "What is to be decided, as a question.", 'Does "first" mean a head start?'),
    required("choices", { kind: "choices" }, "The readings that can be defended: ids with a sentence each. The first is the one shown while the question is open.", "{ head-start: Other clouds wait, among-first: One of several }"),
    optional("adopted", ref("choice"), "The choice that was made. Absent: a judgment is still needed.", "head-start"),
    optional("by", TEXT, "Who adopted it.", "General counsel"),
    optional("because", TEXT, "Why it was adopted.", "The recital speaks of a head start."),
    NOTE
  ]
};
var SOURCE = {
  name: "source",
  doc: "Where the text comes from and how well it is known.",
  fields: [
    optional("document", TEXT, "A text or Markdown file beside this one, or the title of a document.", "./sources/agreement.txt"),
    optional("quote", TEXT, "Words of the document; they are looked for in it.", "first on Azure"),
    optional("at", TEXT, "The place in the document.", "section 4.2"),
    optional("status", oneOf({
      primary: "Read in the agreement itself.",
      reported: "Reported by somebody else.",
      inferred: "Concluded from other facts.",
      disputed: "Somebody contests it."
    }), "How well it is known. Cells that rest on inferred or disputed text are marked.", "reported")
  ]
};
var UNMODELLED = {
  name: "unmodelled",
  doc: "Text that no clause type can carry. It marks the cells that it touches and changes none.",
  fields: [
    required("excerpt", TEXT, "The text.", "subject to reasonable efforts"),
    optional("reason", TEXT, "Why it cannot be modelled.", "No clause type for efforts"),
    optional("products", PRODUCTS, "The products it touches; all where absent.", "[frontier]"),
    optional("clouds", CLOUDS, "The clouds it touches; all where absent.", "[aws]")
  ]
};
var UNMODELLED_FIELD = optional("unmodelled", listOf(shaped(() => UNMODELLED), true), "Text that no clause type can carry: it marks the cells that it touches.", "{ excerpt: \u2026, reason: \u2026 }");
var SOURCE_FIELD = optional("source", shaped(() => SOURCE), "Where the text comes from and how well it is known.", "{ document: ./notes.md, quote: first on Azure, status: reported }");
var UNTIL = optional("until", END, "The end, not included: a date (ends the day before its first day), `{ event: id }`, or `{ earliest: [..] }` / `{ latest: [..] }` of those.", "{ event: agi }");
var THROUGH = optional("through", STATED_DATE, "The last period in force, included: it ends with that period's last day.", "2032");
var COMMON_CLAUSE_FIELDS = [
  required("by", ref("party"), "Who promises.", "openai"),
  required("to", ref("party"), "To whom it is owed: the holder of the right, and the only one who can give it up.", "microsoft"),
  optional("title", TEXT, "A heading for readers.", "Exclusive access"),
  optional("from", STATED_DATE, "First day in force; the agreement's effective date where absent.", "2026-04-27"),
  UNTIL,
  THROUGH,
  optional("when", CONDITION, "The clause contributes only where this holds.", "investment-conditions"),
  optional("unless", CONDITION, "An exception: where it holds, the clause contributes nothing.", "{ all: [cannot-support, declines] }"),
  optional("subject-to", listOf(ref("clause"), true), "On every cell to which a named clause contributes, this clause contributes nothing.", "[amazon-alliance/frontier-exclusive]"),
  optional("notwithstanding", listOf(ref("clause"), true), "On every cell to which this clause contributes, the named clauses contribute nothing.", "[microsoft-original/exclusive-access]"),
  SOURCE_FIELD,
  UNMODELLED_FIELD,
  NOTE
];
var CLAUSE = {
  name: "clause",
  doc: "One promise, from one party to another.",
  fields: [required("type", TEXT, "What kind of promise it is.", "exclusivity"), ...COMMON_CLAUSE_FIELDS]
};
var AMENDMENT = {
  name: "amendment",
  doc: "Ends, replaces or suspends one clause of another agreement from this agreement's effective date on.",
  fields: [
    required("target", ref("clause"), "The clause, as `agreement/clause`. Its holder must be a party here.", "old-agreement/exclusive"),
    required("effect", oneOf({
      end: "Ends the target for good.",
      replace: "Ends the target and records, in `with`, what took its place.",
      suspend: "Makes the target inactive up to the day of `until`."
    }), "What happens to the target.", "end"),
    optional("with", ref("clause"), "With `replace`: the clause that takes its place.", "new-exclusive"),
    optional("until", DATE, "With `suspend`: the day from which the target contributes again.", "2027-01-01"),
    NOTE
  ]
};
var AGREEMENT = {
  name: "agreement",
  doc: "An agreement between parties, with its clauses.",
  fields: [
    required("parties", listOf(ref("party")), "Who signed it. Only rights of these parties can be ended or overridden here.", "[openai, microsoft]"),
    optional("title", TEXT, "The name in words.", "Renegotiated Microsoft agreement"),
    optional("signed", STATED_DATE, "When it was signed. `effective` defaults to it.", "2026-02"),
    optional("effective", STATED_DATE, "First day in force. `unstated`: in force before every dated fact here.", "2026-04-27"),
    UNTIL,
    THROUGH,
    optional("supersedes", listOf(ref("agreement"), true), "Agreements whose clauses end, for good, on this one's effective date, as far as their holders are parties here.", "[microsoft-original]"),
    optional("amends", listOf(shaped(() => AMENDMENT), true), "Single clauses of other agreements that this one ends, replaces or suspends.", "[{ target: old/exclusive, effect: end }]"),
    optional("clauses", mapOf("clause", () => CLAUSE), "The promises, by id.", "{ }"),
    SOURCE_FIELD,
    UNMODELLED_FIELD,
    NOTE
  ]
};
var STATUS_VALUES = oneOf({
  conflict: "A claim and a bar are both in force.",
  barred: "Somebody may insist that it is not served here.",
  exclusive: "Claimed by an exclusivity.",
  first: "This cloud has priority.",
  "after-first": "It may be served, after the cloud that has priority.",
  available: "Claimed or permitted.",
  unspecified: "No term speaks of it. This is not the same as barred."
});
var EXPECTATION = {
  name: "expectation",
  doc: "A test that lives with the text: what one cell must be.",
  fields: [
    required("at", DATE, "The day; the first day of a month or year.", "2026-03-01"),
    required("product", ref("product"), "The product.", "frontier"),
    required("cloud", ref("cloud"), "The cloud.", "aws"),
    optional("status", STATUS_VALUES, "The status shown first.", "conflict"),
    optional("certain", BOOLEAN, "Whether the status is the same in every world.", "true"),
    optional("possible", listOf(STATUS_VALUES), "The set of possible statuses.", "[first, available]"),
    optional("because", listOf(ref("clause"), true), "The clauses that decide the status shown first, as a set.", "[amazon-alliance/frontier-exclusive]"),
    optional("assume", { kind: "assumptions" }, "Unknowns to set first: `event: occurred|never`, `fact: true|false`, `fact:product: true|false`, `reading: choice`.", "{ first-means: among-first }"),
    NOTE
  ]
};
var FILE_SHAPE = {
  name: "file",
  doc: "An agreement file.",
  fields: [
    required("entente", { kind: "version" }, "The language version. The first key of every file.", "1"),
    optional("title", TEXT, "What the file is about.", "Cloud alliances"),
    optional("as-of", DATE, "The day the author's knowledge ends: pending events have not happened up to it. Today where absent.", "2026-04-27"),
    optional("import", listOf({ kind: "import" }, true), "Files whose declarations are visible here, relative to this file and inside the workspace.", "[./clouds.entente.yaml]"),
    optional("parties", mapOf("party", () => PARTY), "Who promises and to whom.", "{ openai: { name: OpenAI } }"),
    optional("clouds", mapOf("cloud", () => CLOUD), "Where products are served: the columns of the matrix.", "{ azure: { name: Microsoft Azure, operator: microsoft } }"),
    optional("products", mapOf("product", () => PRODUCT), "What is served: the rows of the matrix.", "{ models: { name: Models, owner: openai } }"),
    optional("events", mapOf("event", () => EVENT), "Things that happen on a day.", "{ launch: { name: Launch, status: pending } }"),
    optional("facts", mapOf("fact", () => FACT), "States of affairs that a clause turns on.", "{ cannot-support: { name: The cloud lacks a capability } }"),
    optional("readings", mapOf("reading", () => READING), "Wording that can be read in more than one way.", "{ first-means: { question: \u2026, choices: { \u2026 } } }"),
    optional("agreements", mapOf("agreement", () => AGREEMENT), "The agreements and their clauses.", "{ }"),
    optional("expect", listOf(shaped(() => EXPECTATION)), "Tests that live with the text.", "[{ at: 2026-03-01, product: frontier, cloud: aws, status: conflict }]"),
    NOTE
  ]
};
var AMOUNT_FIELD = (doc) => optional("amount", AMOUNT, doc, "50 billion USD");

// src/clauses/selectors.ts
var PRODUCTS_FIELD = optional("products", PRODUCTS, "The products: `all`, a list, or `{ kind: .., owner: .., except: [..] }`. All of the parties' products where absent.", "[frontier]");
var CLOUD_OR_CLOUDS = [
  optional("cloud", ref("cloud"), "The cloud. Use `clouds` for several.", "azure"),
  optional("clouds", CLOUDS, "The clouds: `any`, a list, or `{ kind: .., owner: .., except: [..] }`.", "[azure, aws]")
];
var ONE_CLOUD = required("cloud", ref("cloud"), "The cloud.", "azure");
var SERVICE_FIELD = optional("service", ref("service"), "A service of the cloud.", "bedrock");
function otherClouds(clause, all) {
  return new Set([...all].filter((cloud) => !clause.clouds.has(cloud)));
}

// src/clauses/availability.ts
var availability = {
  name: "availability",
  summary: "The product may, or must, be served on these clouds.",
  effect: "With `strength: may` a leave on its clouds: the promising party gives up its own objection, nobody else's. With `strength: must` a claim on its clouds.",
  fields: [
    PRODUCTS_FIELD,
    ...CLOUD_OR_CLOUDS,
    optional("strength", oneOf({
      may: "A leave: `by` gives up its objection. The default.",
      must: "A claim: `to` may insist that it is served."
    }), "Whether it is permitted or owed.", "may")
  ],
  example: "type: availability\nby: microsoft\nto: openai\nproducts: all\nclouds: any",
  contributions: (clause) => [{ role: clause.strength === "must" ? "claim" : "leave", clouds: clause.clouds }],
  describe: (clause, names) => clause.strength === "must" ? `${names.party(clause.by)} promises ${names.party(clause.to)} to serve ${names.products(clause)} on ${names.clouds(clause)}.` : `${names.party(clause.by)} allows ${names.party(clause.to)} to serve ${names.products(clause)} on ${names.clouds(clause)}: it gives up its own objection, not anybody else's.`
};

// src/clauses/co-development.ts
var coDevelopment = {
  name: "co-development",
  summary: "The parties build the product together on this cloud.",
  effect: "A claim on its cloud.",
  fields: [PRODUCTS_FIELD, ONE_CLOUD, SERVICE_FIELD],
  example: "type: co-development\nby: openai\nto: amazon\nproducts: [stateful-runtime]\ncloud: aws\nservice: bedrock",
  contributions: (clause) => [{ role: "claim", clouds: clause.clouds }],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} to build ${names.products(clause)} together on ${names.clouds(clause)}.`
};

// src/clauses/exclusivity.ts
var exclusivity = {
  name: "exclusivity",
  summary: "The product is served on these clouds and on no other.",
  effect: "A claim on its clouds and a bar on every other cloud.",
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: "type: exclusivity\nby: openai\nto: amazon\nproducts: [frontier]\ncloud: aws",
  // Without a cloud that is known there is nothing to be exclusive on: no cell may be barred by a slip of the pen.
  contributions: (clause, all) => clause.clouds.size === 0 ? [] : [
    { role: "claim", clouds: clause.clouds, exclusive: true },
    { role: "bar", clouds: otherClouds(clause, all) }
  ],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} that ${names.products(clause)} will be served on ${names.clouds(clause)}, and on no other cloud.`
};

// src/clauses/first-availability.ts
var firstAvailability = {
  name: "first-availability",
  summary: "The product is served on this cloud first.",
  effect: "A claim and a priority on its cloud; other clouds wait for as long as `lead` says.",
  fields: [
    PRODUCTS_FIELD,
    ONE_CLOUD,
    optional("lead", { kind: "lead" }, "How long other clouds wait, from the start of the term: a duration, `open-ended` (the whole term, the default), `none`, or a reading that picks one.", "6 months")
  ],
  example: "type: first-availability\nby: openai\nto: microsoft\nproducts: all\ncloud: azure\nlead: 6 months",
  contributions: (clause) => [
    { role: "claim", clouds: clause.clouds },
    { role: "priority", clouds: clause.clouds }
  ],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} that ${names.products(clause)} will be served on ${names.clouds(clause)} first.`
};

// src/clauses/first-refusal.ts
var firstRefusal = {
  name: "first-refusal",
  summary: "A party must be offered the business before others.",
  effect: "It changes no cell.",
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: "type: first-refusal\nby: openai\nto: microsoft\nproducts: all\ncloud: azure",
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} must offer ${names.party(clause.to)} the right to serve ${names.products(clause)}${clause.clouds.size > 0 ? ` on ${names.clouds(clause)}` : ""} before it turns to others.`
};

// src/clauses/investment.ts
var TRANCHE = {
  name: "tranche",
  doc: "One part of an investment.",
  fields: [
    required("amount", AMOUNT, "How much.", "15 billion USD"),
    optional("due", { kind: "due" }, "When it is due: `signing` or a date.", "signing"),
    optional("when", CONDITION, "The condition on which it is due.", "investment-conditions")
  ]
};
var investment = {
  name: "investment",
  summary: "Money put into a party, at once or in tranches.",
  effect: "It changes no cell.",
  fields: [
    AMOUNT_FIELD("The sum, or with `up to` its ceiling."),
    optional("tranches", listOf(shaped(() => TRANCHE)), "The parts, with when and on what condition each is due.", "[{ amount: 15 billion USD, due: signing }]")
  ],
  example: "type: investment\nby: amazon\nto: openai\namount: up to 50 billion USD\ntranches:\n  - { amount: 15 billion USD, due: signing }\n  - { amount: 35 billion USD, when: investment-conditions }",
  contributions: () => [],
  describe: (clause, names) => {
    const sum = clause.amount ? ` ${clause.amount.text}` : "";
    const parts = clause.tranches.length > 0 ? `, in ${clause.tranches.length} ${clause.tranches.length === 1 ? "tranche" : "tranches"}` : "";
    return `${names.party(clause.by)} promises ${names.party(clause.to)} to invest${sum}${parts}.`;
  }
};

// src/clauses/license.ts
var license = {
  name: "license",
  summary: "Rights in intellectual property.",
  effect: "It changes no cell.",
  fields: [
    required("subject", { kind: "list", item: WORDS, single: true }, "What is licensed, in words.", "[models, products]"),
    optional("exclusive", BOOLEAN, "Whether nobody else may have the licence. False where absent.", "true"),
    PRODUCTS_FIELD
  ],
  example: "type: license\nby: openai\nto: microsoft\nsubject: [models, products]\nexclusive: false",
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} grants ${names.party(clause.to)} ${clause.exclusive ? "an exclusive" : "a non-exclusive"} licence to ${clause.subject.join(" and ") || "its intellectual property"}.`
};

// src/clauses/primary-cloud.ts
var primaryCloud = {
  name: "primary-cloud",
  summary: "A cloud is named as the main one, without more.",
  effect: "It changes no cell.",
  fields: [PRODUCTS_FIELD, ONE_CLOUD],
  example: "type: primary-cloud\nby: openai\nto: microsoft\ncloud: azure",
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} treats ${names.clouds(clause)} as its primary cloud towards ${names.party(clause.to)}. By itself this neither permits nor bars anything.`
};

// src/clauses/purchase-commitment.ts
var purchaseCommitment = {
  name: "purchase-commitment",
  summary: "A party will buy services of a cloud.",
  effect: "It changes no cell.",
  fields: [ONE_CLOUD, SERVICE_FIELD, AMOUNT_FIELD("How much it will buy."), PRODUCTS_FIELD],
  example: "type: purchase-commitment\nby: openai\nto: microsoft\ncloud: azure\namount: 250 billion USD",
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} to buy services of ${names.clouds(clause)}${clause.amount ? ` for ${clause.amount.text}` : ""}.`
};

// src/clauses/restriction.ts
var restriction = {
  name: "restriction",
  summary: "The product is not served on these clouds.",
  effect: "A bar on its clouds.",
  fields: [PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: "type: restriction\nby: openai\nto: microsoft\nproducts: [frontier]\nclouds: [google-cloud]",
  contributions: (clause) => [{ role: "bar", clouds: clause.clouds }],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} not to serve ${names.products(clause)} on ${names.clouds(clause)}.`
};

// src/clauses/revenue-share.ts
var revenueShare = {
  name: "revenue-share",
  summary: "A party passes on a share of its revenue.",
  effect: "It changes no cell.",
  fields: [required("share", { kind: "share" }, "The share, as a percentage from 0% to 100%, both included.", "20%"), PRODUCTS_FIELD, ...CLOUD_OR_CLOUDS],
  example: "type: revenue-share\nby: openai\nto: microsoft\nshare: 20%",
  contributions: () => [],
  describe: (clause, names) => `${names.party(clause.by)} promises ${names.party(clause.to)} ${clause.share ?? "a share"} of its revenue from ${names.products(clause)}.`
};

// src/clauses/registry.ts
var CLAUSE_TYPES = [
  exclusivity,
  availability,
  firstAvailability,
  restriction,
  coDevelopment,
  primaryCloud,
  license,
  investment,
  purchaseCommitment,
  firstRefusal,
  revenueShare
];
var BY_NAME = new Map(CLAUSE_TYPES.map((type) => [type.name, type]));
var clauseType = (name) => BY_NAME.get(name);
var TYPE_FIELD = required(
  "type",
  { kind: "enum", values: CLAUSE_TYPES.map((type) => ({ value: type.name, doc: `${type.summary} ${type.effect}` })) },
  "What kind of promise it is.",
  "exclusivity"
);
var SHAPES = new Map(
  CLAUSE_TYPES.map((type) => [type.name, { name: `${type.name} clause`, doc: `${type.summary} ${type.effect}`, fields: [TYPE_FIELD, ...COMMON_CLAUSE_FIELDS.slice(0, 2), ...type.fields, ...COMMON_CLAUSE_FIELDS.slice(2)] }])
);
var UNTYPED = { name: "clause", doc: "One promise, from one party to another.", fields: [TYPE_FIELD, ...COMMON_CLAUSE_FIELDS] };
var clauseShape = (type) => type === void 0 ? UNTYPED : SHAPES.get(type) ?? UNTYPED;

// src/model/declared.ts
var placeOf2 = (d) => ({ file: d.file, start: d.span.start, end: d.span.end });
function declaredOf(d, node) {
  return {
    id: d.full,
    name: textAt(node, "name") ?? d.id,
    note: textAt(node, "note"),
    place: placeOf2(d),
    whole: { file: d.file, start: d.whole.start, end: d.whole.end }
  };
}

// src/model/names.ts
var NameTable = class {
  constructor(files, reached) {
    this.reached = reached;
    for (const facts of files) for (const declaration of facts.declarations) this.declare(facts.file, declaration);
    for (const [id, event] of this.all("event")) {
      const fact = this.all("fact").get(id);
      if (fact) this.duplicate(event, fact, `\`${id}\` names an event and a fact; conditions could mean either. The event counts.`);
    }
    for (const facts of files) for (const use of facts.uses) this.use(facts.file, use);
  }
  reached;
  references = [];
  problems = [];
  tables = /* @__PURE__ */ new Map();
  all(namespace) {
    return this.tables.get(namespace) ?? /* @__PURE__ */ new Map();
  }
  declare(file, declaration) {
    const { namespace, id, scope } = declaration;
    const prefix = namespace === "clause" ? scope.agreement : namespace === "service" || namespace === "choice" ? scope.owner : void 0;
    const declaring = { ...declaration, file, full: prefix === void 0 ? id : `${prefix}/${id}` };
    const table = this.tables.get(namespace) ?? /* @__PURE__ */ new Map();
    this.tables.set(namespace, table);
    const first = table.get(declaring.full);
    if (first) {
      if (namespace === "clause" || namespace === "service" || namespace === "choice") return;
      this.duplicate(first, declaring, `\`${id}\` is declared in two files; the first counts.`);
      return;
    }
    table.set(declaring.full, declaring);
    this.references.push({ namespace, id: declaring.full, place: placeOf2(declaring), role: "declaration", known: true });
  }
  /** Reported where the main file can do something about it: at its own declaration, or at the import that brings the second. */
  duplicate(first, second, message) {
    const through = this.reached.get(second.file);
    const same = through !== void 0 && this.reached.get(first.file)?.start === through.start;
    if (same) return;
    const inMain2 = !this.reached.has(first.file) && first.file !== second.file ? first : second;
    const other = inMain2 === first ? second : first;
    const place = this.reached.has(inMain2.file) && through ? through : placeOf2(inMain2);
    this.problems.push({ code: "duplicate-id", place, message, related: [{ place: placeOf2(other), message: "The other declaration" }] });
  }
  use(file, use) {
    const { name, scope } = use;
    const place = { file, start: use.span.start, end: use.span.end };
    if (use.namespace === "condition" || use.namespace === "assumption") {
      const base = use.namespace === "assumption" ? name.split(":")[0] ?? name : name;
      const kinds = use.namespace === "assumption" ? ["event", "fact", "reading"] : ["event", "fact"];
      const namespace2 = kinds.find((kind) => this.all(kind).has(base));
      if (namespace2) this.references.push({ namespace: namespace2, id: base, place, role: "use", known: true });
      else if (use.namespace === "condition") this.unknown(place, name, "event or fact", [...this.all("event").keys(), ...this.all("fact").keys()], "fact");
      return;
    }
    const namespace = use.namespace;
    const owned = namespace === "service" || namespace === "choice";
    const full = owned ? `${scope.owner ?? ""}/${name}` : namespace === "clause" && !name.includes("/") && scope.agreement !== void 0 ? `${scope.agreement}/${name}` : name;
    const known2 = this.all(namespace).has(full);
    this.references.push({ namespace, id: full, place, role: "use", known: known2 });
    if (known2) return;
    if (owned && !this.all(namespace === "service" ? "cloud" : "reading").has(scope.owner ?? "")) return;
    const prefix = owned ? `${scope.owner ?? ""}/` : "";
    const local = namespace === "clause" && scope.agreement !== void 0 ? `${scope.agreement}/` : void 0;
    const candidates = [...this.all(namespace).keys()].filter((id) => id.startsWith(prefix)).map((id) => owned ? id.slice(prefix.length) : local !== void 0 && !name.includes("/") && id.startsWith(local) ? id.slice(local.length) : id);
    this.unknown(place, name, namespace, candidates, namespace, use.supersession);
  }
  unknown(place, name, what, candidates, namespace, supersession = false) {
    const suggestion = didYouMean(name, candidates);
    const hint = suggestion === void 0 ? "" : ` Did you mean \`${suggestion}\`?`;
    this.problems.push({
      code: supersession ? "dangling-supersession" : "unknown-reference",
      place,
      message: `There is no ${what} \`${name}\`.${hint}`,
      payload: { id: name, suggestion, namespace }
    });
  }
};

// src/model/terms.ts
var OPEN = { kind: "open", unstated: false };
function statedDate(node, file) {
  if (!node) return void 0;
  const place = { file, start: node.span.start, end: node.span.end };
  if (textOf(node) === "unstated") return { kind: "unstated", place };
  const date = dateOf(node);
  return date && { kind: "date", date, place };
}
var startOf = (date) => date?.kind === "date" ? date.date.first : BEGINNING;
function endOf(map, known2) {
  const until = untilOf(valueAt(map, "until"), known2);
  const through = valueAt(map, "through");
  const throughDate = dateOf(through);
  const last = throughDate ? { kind: "day", day: throughDate.next, text: throughDate.text } : textOf(through) === "unstated" ? { kind: "open", unstated: true } : void 0;
  return until && last ? { kind: "earliest", of: [until, last] } : until ?? last;
}
function untilOf(node, known2) {
  if (!node) return void 0;
  if (node.kind === "scalar") {
    if (textOf(node) === "unstated") return { kind: "open", unstated: true };
    const date = dateOf(node);
    return date && { kind: "day", day: date.first, text: date.text };
  }
  if (node.kind !== "map") return void 0;
  const event = textAt(node, "event");
  if (event !== void 0) return known2.has("event", event) ? { kind: "event", event } : void 0;
  for (const kind of ["earliest", "latest"]) {
    const list = valueAt(node, kind);
    if (list?.kind !== "seq") continue;
    const ends = list.items.map((item) => untilOf(item, known2)).filter((end) => end !== void 0);
    if (ends.length > 0) return { kind, of: ends };
  }
  return void 0;
}
function conditionOf(node, known2) {
  if (!node) return void 0;
  if (node.kind === "scalar") {
    const id = textOf(node);
    if (id === void 0) return void 0;
    return known2.has("event", id) ? { kind: "event", id } : known2.has("fact", id) ? { kind: "fact", id } : void 0;
  }
  if (node.kind !== "map") return void 0;
  const reading = textAt(node, "reading");
  const choice = textAt(node, "is");
  if (reading !== void 0 && choice !== void 0) {
    return known2.hasChoice(reading, choice) ? { kind: "reading", id: reading, choice } : void 0;
  }
  for (const kind of ["all", "any"]) {
    const list = valueAt(node, kind);
    if (list?.kind !== "seq") continue;
    const of = list.items.map((item) => conditionOf(item, known2)).filter((condition) => condition !== void 0);
    return of.length > 0 ? { kind, of } : void 0;
  }
  const negated = conditionOf(valueAt(node, "not"), known2);
  return negated && { kind: "not", of: negated };
}
function leadOf(node, known2) {
  if (node?.kind === "map") {
    const reading = textAt(node, "reading");
    if (reading === void 0 || !known2.has("reading", reading)) return { kind: "open-ended" };
    const by = /* @__PURE__ */ new Map();
    for (const entry of node.entries) {
      const value = entry.key === "reading" ? void 0 : leadValueOf(entry.value);
      if (value) by.set(entry.key, value);
    }
    return { kind: "reading", reading, by };
  }
  return leadValueOf(node) ?? { kind: "open-ended" };
}
var textsOf = (node) => itemsOf(node).map(textOf).filter((text) => text !== void 0);

// src/model/selectors.ts
function selectProducts(node, by, to, products) {
  const everything = [...products.values()];
  const all = by === void 0 && to === void 0 ? everything : everything.filter(({ owner }) => owner === void 0 || owner === by || owner === to);
  return select(node, all, everything, (product) => product.owner, products);
}
function selectClouds(node, clouds) {
  if (!node) return /* @__PURE__ */ new Set();
  const everything = [...clouds.values()];
  return select(node, everything, everything, (cloud) => cloud.operator, clouds);
}
function select(node, all, everything, ownerOf, known2) {
  const ids = (items) => new Set(items.map(({ id }) => id));
  const word = textOf(node);
  if (!node || word === "all" || word === "any") return ids(all);
  if (node.kind !== "map") return new Set(textsOf(node).filter((id) => known2.has(id)));
  const owner = textAt(node, "owner");
  const kind = textAt(node, "kind");
  const except = new Set(textsOf(valueAt(node, "except")));
  return ids((owner === void 0 ? all : everything).filter((item) => (owner === void 0 || ownerOf(item) === owner) && (kind === void 0 || item.kind === kind) && !except.has(item.id)));
}

// src/model/agreements.ts
function resolveAgreements(context) {
  const known2 = {
    has: (namespace, id) => context.names.all(namespace).has(id),
    hasChoice: (reading, choice) => context.readings.get(reading)?.choices.has(choice) ?? false
  };
  const byAgreement = /* @__PURE__ */ new Map();
  for (const declaring of context.names.all("clause").values()) {
    const agreement = declaring.scope.agreement ?? "";
    if (context.names.all("agreement").get(agreement)?.file !== declaring.file) continue;
    byAgreement.set(agreement, [...byAgreement.get(agreement) ?? [], declaring]);
  }
  const agreements = /* @__PURE__ */ new Map();
  const clauses = /* @__PURE__ */ new Map();
  for (const [id, declaring] of context.names.all("agreement")) {
    const agreement = agreementOf(declaring, byAgreement.get(id) ?? [], context, known2);
    agreements.set(id, agreement);
    for (const clause of agreement.clauses) clauses.set(clause.id, clause);
  }
  return { agreements, clauses };
}
function agreementOf(d, clauses, context, known2) {
  const { node, file } = d;
  const signed = statedDate(valueAt(node, "signed"), file);
  const effective = statedDate(valueAt(node, "effective"), file);
  if (node && !valueAt(node, "signed") && !valueAt(node, "effective")) {
    context.problems.push({
      code: "missing-key",
      place: placeOf2(d),
      payload: { key: "effective", example: "unstated", shape: "agreement" },
      message: "An agreement needs `effective` or `signed`. Where the source does not give the day, write `effective: unstated`; it counts as that for now."
    });
  }
  const start = startOf(effective ?? signed);
  const end = endOf(node, known2) ?? OPEN;
  const declared = declaredOf(d, node);
  const resolved = clauses.map((clause) => clauseOf(clause, d.id, start, end, context, known2)).filter((clause) => clause !== void 0);
  return {
    ...declared,
    name: textAt(node, "title") ?? d.id,
    parties: new Set(textsOf(valueAt(node, "parties"))),
    signed,
    effective,
    start,
    end,
    supersedes: itemsOf(valueAt(node, "supersedes")).flatMap((item) => namedAt(item, file, (id) => context.names.all("agreement").has(id))).map(({ id, place }) => ({ agreement: id, place })),
    amends: itemsOf(valueAt(node, "amends")).flatMap((item) => amendmentOf(item, d, context)),
    clauses: resolved,
    source: sourceOf(node, file),
    unmodelled: unmodelledOf(node, d.id, file, void 0, context)
  };
}
function amendmentOf(node, d, context) {
  if (node.kind !== "map") return [];
  const targetNode = valueAt(node, "target");
  const target = textAt(node, "target");
  const effect = textAt(node, "effect");
  const full = target === void 0 || target.includes("/") ? target : `${d.id}/${target}`;
  if (full === void 0 || !targetNode || !context.names.all("clause").has(full)) return [];
  if (effect !== "end" && effect !== "replace" && effect !== "suspend") return [];
  const place = { file: d.file, start: node.span.start, end: node.span.end };
  const until = dateOf(valueAt(node, "until"))?.first;
  const replacement = textAt(node, "with");
  const missing = (key, example2, message) => {
    context.problems.push({ code: "missing-key", place: { file: d.file, start: targetNode.span.start, end: targetNode.span.end }, message, payload: { key, example: example2, shape: "amendment" } });
  };
  if (effect === "suspend" && !valueAt(node, "until")) missing("until", "2027-01-01", "A suspension needs `until`: the day from which the target contributes again. Without it nothing is suspended.");
  if (effect === "replace" && !valueAt(node, "with")) missing("with", "new-clause", "A replacement needs `with`: the clause that takes the target's place.");
  if (effect === "suspend" && until === void 0) return [];
  return [{
    target: full,
    effect,
    until,
    place,
    targetPlace: { file: d.file, start: targetNode.span.start, end: targetNode.span.end },
    with: replacement === void 0 || replacement.includes("/") ? replacement : `${d.id}/${replacement}`
  }];
}
function clauseOf(d, agreement, start, end, context, known2) {
  const { node, file } = d;
  const type = clauseType(textAt(node, "type") ?? "");
  if (!node || !type) return void 0;
  const by = textAt(node, "by") ?? "";
  const to = textAt(node, "to") ?? "";
  const from = statedDate(valueAt(node, "from"), file);
  const hasClouds = type.fields.some((field) => field.name === "cloud" || field.name === "clouds");
  const cloudsNode = valueAt(node, "clouds") ?? valueAt(node, "cloud");
  if (hasClouds && !cloudsNode && type.fields.some((field) => field.name === "clouds") && type.name !== "first-refusal" && type.name !== "revenue-share") {
    context.problems.push({ code: "missing-key", place: placeOf2(d), message: `A ${type.name} clause needs \`cloud\` or \`clouds\`: where it applies.`, payload: { key: "cloud", example: "azure", shape: `${type.name} clause` } });
  }
  const overrides = (key) => itemsOf(valueAt(node, key)).flatMap((item) => namedAt(item, file, (id) => context.names.all("clause").has(id), agreement)).map(({ id, place }) => ({ clause: id, place }));
  const products = selectProducts(valueAt(node, "products"), by, to, context.products);
  const clouds = selectClouds(cloudsNode, context.clouds);
  const lead = leadOf(valueAt(node, "lead"), known2);
  if (lead.kind === "reading") {
    for (const choice of context.readings.get(lead.reading)?.choices.keys() ?? []) {
      const leadNode = valueAt(node, "lead");
      if (!lead.by.has(choice) && leadNode) {
        context.problems.push({
          code: "missing-key",
          place: { file, start: leadNode.span.start, end: leadNode.span.end },
          payload: { key: choice, example: "none", shape: "lead" },
          message: `The lead needs a value for the choice \`${choice}\` of \`${lead.reading}\`. Until then nobody waits under that choice.`
        });
      }
    }
  }
  const declared = declaredOf(d, node);
  const title = textAt(node, "title");
  return {
    ...declared,
    name: title ?? d.id,
    local: d.id,
    title,
    agreement,
    type,
    by,
    to,
    products,
    clouds,
    service: textAt(node, "service"),
    strength: textAt(node, "strength") === "must" ? "must" : "may",
    lead,
    amount: amountOf(valueAt(node, "amount")),
    share: textAt(node, "share"),
    tranches: itemsOf(valueAt(node, "tranches")).flatMap((item) => item.kind === "map" ? [{
      amount: amountOf(valueAt(item, "amount")),
      due: textAt(item, "due"),
      when: conditionOf(valueAt(item, "when"), known2),
      place: { file, start: item.span.start, end: item.span.end }
    }] : []),
    subject: textsOf(valueAt(node, "subject")),
    exclusive: booleanOf(valueAt(node, "exclusive")) ?? false,
    start: from ? startOf(from) : start,
    end: endOf(node, known2) ?? end,
    when: conditionOf(valueAt(node, "when"), known2),
    unless: conditionOf(valueAt(node, "unless"), known2),
    subjectTo: overrides("subject-to"),
    notwithstanding: overrides("notwithstanding"),
    source: sourceOf(node, file),
    unmodelled: unmodelledOf(node, d.full, file, { products, clouds }, context)
  };
}
function namedAt(node, file, has, agreement) {
  if (node.kind !== "scalar") return [];
  const id = agreement !== void 0 && !node.text.includes("/") ? `${agreement}/${node.text}` : node.text;
  return has(id) ? [{ id, place: { file, start: node.span.start, end: node.span.end } }] : [];
}
function sourceOf(map, file) {
  const node = mapAt(map, "source");
  if (!node) return void 0;
  const at = (key) => {
    const value = valueAt(node, key);
    return value && { file, start: value.span.start, end: value.span.end };
  };
  const status = textAt(node, "status");
  return {
    document: textAt(node, "document"),
    quote: textAt(node, "quote"),
    at: textAt(node, "at"),
    status: status === "primary" || status === "reported" || status === "inferred" || status === "disputed" ? status : void 0,
    place: { file, start: node.span.start, end: node.span.end },
    quotePlace: at("quote"),
    documentPlace: at("document")
  };
}
function unmodelledOf(map, owner, file, within2, context) {
  const all = { products: new Set(context.products.keys()), clouds: new Set(context.clouds.keys()) };
  return itemsOf(valueAt(map, "unmodelled")).flatMap((node) => {
    if (node.kind !== "map") return [];
    const products = valueAt(node, "products");
    const clouds = valueAt(node, "clouds");
    return [{
      excerpt: textAt(node, "excerpt") ?? "",
      reason: textAt(node, "reason"),
      owner,
      products: products ? selectProducts(products, void 0, void 0, context.products) : within2?.products ?? all.products,
      clouds: clouds ? selectClouds(clouds, context.clouds) : within2 && within2.clouds.size > 0 ? within2.clouds : all.clouds,
      place: { file, start: node.span.start, end: node.span.end }
    }];
  });
}

// src/grammar/check.ts
var Check = class {
  constructor(sink, shapeOf) {
    this.sink = sink;
    this.shapeOf = shapeOf;
  }
  sink;
  shapeOf;
  shape(map, shape, keySpan, scope) {
    const fields = new Map(shape.fields.map((field) => [field.name, field]));
    for (const entry of map.entries) {
      const field = fields.get(entry.key);
      if (field) {
        this.field(field, entry.value, entry.keySpan, scope, map);
        continue;
      }
      const suggestion = didYouMean(entry.key, shape.fields.map((known2) => known2.name).filter((name) => !entryOf(map, name)));
      const hint = suggestion === void 0 ? "" : ` Did you mean \`${suggestion}\`?`;
      this.sink.problem("unknown-key", entry.keySpan, `${article(shape.name)} has no key \`${entry.key}\`.${hint}`, { key: entry.key, suggestion });
    }
    for (const field of shape.fields) {
      if (field.required && !entryOf(map, field.name)) {
        this.sink.problem("missing-key", keySpan, `${article(shape.name)} needs \`${field.name}\`: ${lowerFirst(field.doc)}`, { key: field.name, example: field.example, shape: shape.name });
      }
    }
    this.conflicting(map, "until", "through", "The term ends on the earlier of the two.");
    this.conflicting(map, "cloud", "clouds", "Only `clouds` is read.");
  }
  conflicting(map, first, second, consequence) {
    const a = entryOf(map, first);
    const b = entryOf(map, second);
    if (a && b) this.sink.problem("conflicting-keys", (a.keySpan.start > b.keySpan.start ? a : b).keySpan, `\`${first}\` and \`${second}\` are two answers to one question; keep one. ${consequence}`, { keys: [first, second] });
  }
  field(field, node, keySpan, scope, map) {
    if (node.kind === "scalar" && node.value === null && field.type.kind !== "map") {
      this.sink.problem("wrong-type", keySpan, `\`${field.name}\` has no value. For example: \`${field.name}: ${field.example}\`.`);
      return;
    }
    const owner = field.type.kind === "ref" && field.type.to === "service" ? textAt(map, "cloud") : scope.owner;
    const supersession = field.name === "supersedes" || field.name === "target";
    this.value(field.type, node, field.name, owner === void 0 ? scope : { ...scope, owner }, supersession);
  }
  value(type, node, key, scope, supersession = false) {
    switch (type.kind) {
      case "text":
      case "words":
        this.scalar(node, key, "a text");
        return;
      case "boolean":
        if (node.kind !== "scalar" || typeof node.value !== "boolean") this.wrong(node, key, "`true` or `false`");
        return;
      case "version":
        if (node.kind !== "scalar" || node.value !== 1) {
          const newer = node.kind === "scalar" && typeof node.value === "number" && node.value > 1;
          this.sink.problem("unsupported-version", node.span, newer ? `This file is written in version ${node.text} of the language; these tools read version 1. Use a newer version of them.` : "The language version is the number 1.");
        }
        return;
      case "enum":
        return this.oneOf(node, key, type.values.map(({ value }) => value));
      case "date":
        return this.date(node, key, type.unstated);
      case "end":
        return this.end(node, key, scope);
      case "amount":
        return this.amount(node, key);
      case "share": {
        const text = this.scalar(node, key, "a percentage");
        if (text !== void 0 && (!SHARE.test(text) || Number.parseFloat(text) > 100)) this.sink.problem("bad-amount", node.span, `\`${text}\` is not a percentage from 0% to 100%. For example: \`20%\`.`);
        return;
      }
      case "lead":
        return this.lead(node, key, scope);
      case "due":
        if (textOf(node) !== "signing") this.date(node, key, true, "`signing` or ");
        return;
      case "condition":
        return this.condition(node, key, scope);
      case "import":
        this.scalar(node, key, "the path of a file");
        return;
      case "ref": {
        const name = this.scalar(node, key, `the id of ${lowerArticle(type.to)}`);
        if (name !== void 0) this.use(type.to, name, node.span, scope, supersession);
        return;
      }
      case "selector":
        return this.selector(node, key, type.of, scope);
      case "services":
        return this.names(node, key, "service", scope);
      case "choices":
        return this.names(node, key, "choice", scope);
      case "truth":
        if (node.kind !== "scalar" || typeof node.value !== "boolean" && node.value !== "unknown") this.wrong(node, key, "`true`, `false` or `unknown`");
        return;
      case "per-product":
        if (node.kind !== "map") return this.wrong(node, key, "a mapping from products to `true`, `false` or `unknown`");
        for (const entry of node.entries) {
          this.use("product", entry.key, entry.keySpan, scope);
          this.value({ kind: "truth" }, entry.value, entry.key, scope);
        }
        return;
      case "assumptions":
        if (node.kind !== "map") return this.wrong(node, key, "a mapping from unknowns to values");
        for (const entry of node.entries) {
          this.use("assumption", entry.key, entry.keySpan, scope);
          this.scalar(entry.value, entry.key, "a value");
        }
        return;
      case "list":
        if (node.kind === "seq") for (const item of node.items) this.value(type.item, item, key, scope, supersession);
        else if (type.single && node.kind === "map" === (type.item.kind === "shape")) this.value(type.item, node, key, scope, supersession);
        else this.wrong(node, key, "a list");
        return;
      case "shape":
        if (node.kind === "map") this.shape(node, type.shape(), span(node.span.start, Math.min(node.span.end, node.entries[0]?.keySpan.end ?? node.span.end)), scope);
        else this.wrong(node, key, "a mapping");
        return;
      case "map":
        return this.declarations(type.declares, type.shape(), node, key, scope);
    }
  }
  declarations(namespace, shape, node, key, scope) {
    if (node.kind === "scalar" && node.value === null) return;
    if (node.kind !== "map") return this.wrong(node, key, "a mapping from ids to declarations");
    for (const entry of node.entries) {
      this.id(entry.key, entry.keySpan);
      const value = entry.value.kind === "map" ? entry.value : void 0;
      this.sink.declare({ namespace, id: entry.key, span: entry.keySpan, whole: entry.span, node: value, scope });
      const inner = namespace === "agreement" ? { agreement: entry.key } : namespace === "clause" ? { ...scope, clause: entry.key } : { owner: entry.key };
      if (value) {
        const actual = this.shapeOf(namespace, value, this.sink) ?? shape;
        this.shape(value, actual, entry.keySpan, inner);
      } else if (entry.value.kind !== "scalar" || entry.value.value !== null) {
        this.wrong(entry.value, entry.key, "a mapping");
      } else {
        for (const field of shape.fields.filter((candidate) => candidate.required)) {
          this.sink.problem("missing-key", entry.keySpan, `${article(shape.name)} needs \`${field.name}\`: ${lowerFirst(field.doc)}`, { key: field.name, example: field.example, shape: shape.name });
        }
      }
    }
  }
  /** A mapping from new ids to texts: the services of a cloud, the choices of a reading. */
  names(node, key, namespace, scope) {
    if (node.kind !== "map") return this.wrong(node, key, "a mapping from ids to texts");
    for (const entry of node.entries) {
      this.id(entry.key, entry.keySpan);
      this.sink.declare({ namespace, id: entry.key, span: entry.keySpan, whole: entry.span, node: void 0, scope });
      this.scalar(entry.value, entry.key, "a text");
    }
  }
  selector(node, key, of, scope) {
    if (node.kind === "seq") {
      for (const item of node.items) {
        const name = this.scalar(item, key, `ids of ${of}s`);
        if (name !== void 0) this.use(of, name, item.span, scope);
      }
      return;
    }
    if (node.kind === "scalar") {
      const text = textOf(node);
      if (text !== "all" && text !== "any" && text !== void 0) this.use(of, text, node.span, scope);
      return;
    }
    const owner = of === "product" ? "The party that owns the product." : "The party that operates the cloud.";
    this.shape(node, {
      name: `${of} selector`,
      doc: "",
      fields: [
        { name: "kind", type: { kind: "text" }, required: false, doc: `The kind of ${of}.`, example: "model" },
        { name: "owner", type: { kind: "ref", to: "party" }, required: false, doc: owner, example: "openai" },
        { name: "except", type: { kind: "list", item: { kind: "ref", to: of }, single: true }, required: false, doc: `The ${of}s left out.`, example: of === "product" ? "[frontier]" : "[aws]" }
      ]
    }, node.span, scope);
  }
  end(node, key, scope) {
    if (node.kind !== "map") return this.date(node, key, true, "", ", `{ event: id }`, `{ earliest: [..] }` or `{ latest: [..] }`");
    const [entry] = node.entries;
    if (!entry || node.entries.length !== 1 || !["event", "earliest", "latest"].includes(entry.key)) {
      return this.wrong(node, key, "a date, `{ event: id }`, `{ earliest: [..] }` or `{ latest: [..] }`");
    }
    if (entry.key === "event") return this.value({ kind: "ref", to: "event" }, entry.value, "event", scope);
    if (entry.value.kind !== "seq" || entry.value.items.length === 0) return this.wrong(entry.value, entry.key, "a list of ends");
    for (const item of entry.value.items) this.end(item, entry.key, scope);
  }
  condition(node, key, scope) {
    if (node.kind === "scalar" && node.value !== null) return this.use("condition", node.text, node.span, scope);
    const expected = "an event or fact id, `{ reading: id, is: choice }`, `{ all: [..] }`, `{ any: [..] }` or `{ not: .. }`";
    if (node.kind !== "map") return this.wrong(node, key, expected);
    const reading = entryOf(node, "reading");
    const is = entryOf(node, "is");
    if (reading && is && node.entries.length === 2) {
      this.value({ kind: "ref", to: "reading" }, reading.value, "reading", scope);
      const owner = textOf(reading.value);
      this.value({ kind: "ref", to: "choice" }, is.value, "is", owner === void 0 ? scope : { ...scope, owner });
      return;
    }
    const [entry] = node.entries;
    if (!entry || node.entries.length !== 1 || !["all", "any", "not"].includes(entry.key)) return this.wrong(node, key, expected);
    if (entry.key === "not") return this.condition(entry.value, "not", scope);
    if (entry.value.kind !== "seq" || entry.value.items.length === 0) return this.wrong(entry.value, entry.key, "a list of conditions");
    for (const item of entry.value.items) this.condition(item, entry.key, scope);
  }
  lead(node, key, scope) {
    if (node.kind === "scalar") return this.leadValue(node, key);
    const reading = node.kind === "map" ? entryOf(node, "reading") : void 0;
    if (node.kind !== "map" || !reading) return this.wrong(node, key, "a duration, `open-ended`, `none`, or `{ reading: id, choice: .. }`");
    this.value({ kind: "ref", to: "reading" }, reading.value, "reading", scope);
    const owner = textOf(reading.value);
    for (const entry of node.entries) {
      if (entry === reading) continue;
      this.use("choice", entry.key, entry.keySpan, owner === void 0 ? scope : { ...scope, owner });
      this.leadValue(entry.value, entry.key);
    }
  }
  leadValue(node, key) {
    const text = this.scalar(node, key, "a duration, `open-ended` or `none`");
    if (text === void 0 || text === "open-ended" || text === "none") return;
    const duration = parseDuration(text);
    if (duration) this.sink.duration(duration, node.span);
    else this.sink.problem("bad-duration", node.span, `\`${text}\` is not a duration. For example: \`6 months\`, \`P6M\`, \`open-ended\` or \`none\`.`);
  }
  date(node, key, unstated, before = "", after = "") {
    const expected = `${before}a date (\`2026\`, \`2026-02\` or \`2026-02-27\`)${unstated ? " or `unstated`" : ""}${after}`;
    const text = this.scalar(node, key, expected);
    if (text === void 0 || unstated && text === "unstated") return;
    const date = parseDate(text);
    if (date) this.sink.date(date, key, node.span);
    else this.sink.problem("bad-date", node.span, `\`${text}\` is not a date of the calendar. \`${key}\` takes ${expected}.`);
  }
  amount(node, key) {
    const text = this.scalar(node, key, "an amount of money");
    if (text === void 0) return;
    const amount = parseAmount(text);
    if (amount === "amount") this.sink.problem("bad-amount", node.span, `\`${text}\` is not an amount. For example: \`50 billion USD\`, \`USD 50B\` or \`up to $50B\`.`);
    else if (amount === "currency") this.sink.problem("bad-currency", node.span, `\`${text}\` names no currency that is known. Use an ISO 4217 code, for example \`USD\` or \`EUR\`.`);
    else this.sink.amount(amount, node.span);
  }
  oneOf(node, key, values) {
    const text = this.scalar(node, key, listWords(values.map((value) => `\`${value}\``), "or"));
    if (text === void 0 || values.includes(text)) return;
    const suggestion = didYouMean(text, values);
    this.sink.problem(
      key === "type" ? "unknown-clause-type" : "wrong-type",
      node.span,
      `\`${key}\` cannot be \`${text}\`. It is ${listWords(values.map((value) => `\`${value}\``), "or")}.${suggestion === void 0 ? "" : ` Did you mean \`${suggestion}\`?`}`,
      { suggestion }
    );
  }
  id(id, place) {
    if (!ID.test(id)) this.sink.problem("bad-id", place, `\`${id}\` is not an id: ids are small letters, digits and single hyphens, such as \`first-on-azure\`.`);
  }
  use(namespace, name, place, scope, supersession = false) {
    this.sink.use({ namespace, name, span: place, scope, supersession });
  }
  scalar(node, key, expected) {
    const text = textOf(node);
    if (text === void 0) this.wrong(node, key, expected);
    return text;
  }
  wrong(node, key, expected) {
    const actual = node.kind === "map" ? "a mapping" : node.kind === "seq" ? "a list" : node.value === null ? "empty" : `\`${node.text.slice(0, 60)}\``;
    this.sink.problem("wrong-type", node.span, `\`${key}\` takes ${expected}; this is ${actual}.`);
  }
};
var lowerArticle = (word) => `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
var article = (word) => `${/^[aeiou]/.test(word) ? "An" : "A"} ${word}`;
var lowerFirst = (text) => /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

// src/model/read-file.ts
function readFile(file, tree) {
  const declarations = [];
  const uses = [];
  const literals = [];
  const at = (place) => ({ file, start: place.start, end: place.end });
  const problems = tree.problems.map(({ code, span: span2, message, related }) => ({
    code,
    place: at(span2),
    message,
    ...related ? { related: [{ place: at(related.span), message: related.message }] } : {}
  }));
  const check = new Check({
    problem: (code, span2, message, payload) => problems.push({ code, place: at(span2), message, payload }),
    use: (use) => uses.push(use),
    declare: (declaration) => declarations.push(declaration),
    date: (date, key, span2) => literals.push({ kind: "date", date, key, place: at(span2) }),
    amount: (amount, span2) => literals.push({ kind: "amount", amount, place: at(span2) }),
    duration: (duration, span2) => literals.push({ kind: "duration", duration, place: at(span2) })
  }, (namespace, map) => {
    if (namespace !== "clause") return void 0;
    const type = textAt(map, "type");
    return clauseShape(type !== void 0 && clauseType(type) ? type : void 0);
  });
  if (tree.root) {
    const first = tree.root.entries[0];
    const top = first?.keySpan ?? tree.root.span;
    check.shape(tree.root, FILE_SHAPE, top, {});
    const version = entryOf(tree.root, "entente");
    if (version && version !== first) {
      problems.push({ code: "unsupported-version", place: at(version.keySpan), message: "`entente: 1` is the first key of a file." });
    }
  }
  return { file, tree, declarations, uses, literals, problems };
}

// src/model/resolve.ts
function resolve({ file, workspace, treeOf: treeOf2, today, asOf }) {
  const { files, problems: importProblems } = gather(file, workspace, treeOf2);
  const facts = [...files.values()].map((source) => readFile(source.file, source.tree));
  const names = new NameTable(facts, reachedThrough(file, files));
  const root = files.get(file)?.tree.root ?? void 0;
  const problems = [...facts.flatMap((fact) => fact.problems), ...importProblems, ...names.problems];
  const parties = collect(names, "party", declaredOf);
  const clouds = collect(names, "cloud", (d, node) => ({
    ...declaredOf(d, node),
    operator: known(names, "party", textAt(node, "operator")),
    kind: textAt(node, "kind"),
    services: new Map((mapAt(node, "services")?.entries ?? []).map((entry) => [entry.key, textOf(entry.value) ?? entry.key]))
  }));
  const products = collect(names, "product", (d, node) => ({
    ...declaredOf(d, node),
    owner: known(names, "party", textAt(node, "owner")),
    kind: textAt(node, "kind")
  }));
  const events = collect(names, "event", (d, node) => {
    const text = textAt(node, "status");
    const status = text === "occurred" || text === "never" ? text : "pending";
    const on = statedDate(valueAt(node, "on"), d.file);
    if (status === "occurred" && !valueAt(node, "on")) {
      problems.push({ code: "missing-key", place: placeOf2(d), message: "An event that occurred needs `on`: the day on which it happened.", payload: { key: "on", example: "2026-03-01", shape: "event" } });
    }
    return { ...declaredOf(d, node), status, on: status === "occurred" ? startOf(on) : void 0 };
  });
  const factDeclarations = collect(names, "fact", (d, node) => ({
    ...declaredOf(d, node),
    value: truthOf2(node, "value"),
    per: new Map((mapAt(node, "for")?.entries ?? []).map((entry) => [entry.key, entry.value.kind === "scalar" && typeof entry.value.value === "boolean" ? entry.value.value : "unknown"]))
  }));
  const readings = collect(names, "reading", (d, node) => {
    const choices = new Map((mapAt(node, "choices")?.entries ?? []).map((entry) => [entry.key, textOf(entry.value) ?? entry.key]));
    const adopted = textAt(node, "adopted");
    return {
      ...declaredOf(d, node),
      name: textAt(node, "question") ?? d.id,
      question: textAt(node, "question") ?? d.id,
      choices,
      adopted: adopted !== void 0 && choices.has(adopted) ? adopted : void 0,
      by: textAt(node, "by"),
      because: textAt(node, "because")
    };
  });
  const { agreements, clauses } = resolveAgreements({ names, parties, clouds, products, readings, problems });
  return {
    file,
    title: root && textAt(root, "title"),
    asOf: asOf ?? dateOf(root && valueAt(root, "as-of"))?.first ?? today,
    files,
    parties,
    clouds,
    products,
    events,
    facts: factDeclarations,
    readings,
    agreements,
    clauses,
    expectations: root ? expectationsOf(root, file) : [],
    references: names.references,
    literals: facts.flatMap((fact) => fact.literals),
    problems
  };
}
function collect(names, namespace, read) {
  return new Map([...names.all(namespace)].map(([id, declaring]) => [id, read(declaring, declaring.node)]));
}
var known = (names, namespace, id) => id !== void 0 && names.all(namespace).has(id) ? id : void 0;
function truthOf2(node, key) {
  return booleanOf(valueAt(node, key)) ?? "unknown";
}
function expectationsOf(root, file) {
  const list = valueAt(root, "expect");
  if (list?.kind !== "seq") return [];
  return list.items.flatMap((node) => {
    if (node.kind !== "map") return [];
    const assume = /* @__PURE__ */ Object.create(null);
    for (const entry of mapAt(node, "assume")?.entries ?? []) {
      if (entry.value.kind === "scalar" && entry.value.value !== null) assume[entry.key] = typeof entry.value.value === "boolean" ? entry.value.value : entry.value.text;
    }
    const list2 = (key) => valueAt(node, key) ? textsOf(valueAt(node, key)) : void 0;
    return [{
      at: dateOf(valueAt(node, "at"))?.first,
      product: textAt(node, "product"),
      cloud: textAt(node, "cloud"),
      status: textAt(node, "status"),
      certain: booleanOf(valueAt(node, "certain")),
      possible: list2("possible"),
      because: list2("because"),
      assume: { ...assume },
      place: { file, start: node.span.start, end: node.span.end }
    }];
  });
}

// src/syntax/parse.ts
var import_yaml = __toESM(require_dist());
function parse(text) {
  const problems = [];
  const failed = (problem) => ({ text, root: null, problems: [...problems, problem] });
  if (text.length > LIMITS.textLength) {
    return failed({ code: "resource-limit", span: span(0, 0), message: `The file has more than ${LIMITS.textLength / 1024 / 1024} million characters; it is not read.` });
  }
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\ufffe|\uffff/.exec(text);
  if (control) {
    return failed({ code: "yaml-syntax", span: span(control.index, control.index + 1), message: "This is not text: it holds a control character that YAML does not allow." });
  }
  const tokens = [...new import_yaml.Parser().parse(text)];
  const deep2 = tooDeep(tokens);
  if (deep2 !== void 0) {
    return failed({ code: "resource-limit", span: span(deep2, Math.min(deep2 + 1, text.length)), message: `Collections are nested more than ${LIMITS.depth} levels deep; the file is not read.` });
  }
  const documents = [...new import_yaml.Composer({ uniqueKeys: false, strict: true, version: "1.2", schema: "core", merge: false, intAsBigInt: false, prettyErrors: false }).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (!document) return failed({ code: "not-a-mapping", span: span(0, 0), message: "The file is empty. An agreement file starts with `entente: 1`." });
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = error.pos;
    problems.push({ code: "yaml-syntax", span: clamp(span(start, Math.max(end, start + 1)), text.length), message: sentence2(error.message) });
  }
  if (second) {
    const start = second.range[0];
    problems.push({ code: "several-documents", span: clamp(span(start, start + 3), text.length), message: "A file holds one document; what follows here is not read." });
  }
  const contents = document.contents;
  if (!contents || (0, import_yaml.isScalar)(contents) && contents.value === null) {
    const place = span(0, 0);
    if (problems.length === 0) problems.push({ code: "not-a-mapping", span: place, message: "The file is empty. An agreement file starts with `entente: 1`." });
    return { text, root: null, problems };
  }
  const converted = new Conversion(text, problems).node(contents);
  if (converted.kind !== "map") {
    problems.push({ code: "not-a-mapping", span: converted.span, message: "An agreement file is a mapping of keys to values; this is something else." });
    return { text, root: null, problems };
  }
  return { text, root: converted, problems };
}
function tooDeep(tokens) {
  const stack = tokens.map((token) => ({ token, depth: 0 }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > LIMITS.depth) return token.offset;
    if (token.type === "document") {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ("items" in token) {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return void 0;
}
var Conversion = class {
  constructor(text, problems) {
    this.text = text;
    this.problems = problems;
  }
  text;
  problems;
  anchors = /* @__PURE__ */ new Map();
  open = /* @__PURE__ */ new Set();
  aliased = 0;
  size = 0;
  limitReported = false;
  node(yaml) {
    const place = rangeOf(yaml, this.text.length);
    if ((0, import_yaml.isAlias)(yaml)) return this.alias(yaml.source, place);
    const before = this.size;
    this.size += 1;
    const anchor = (0, import_yaml.isScalar)(yaml) || (0, import_yaml.isCollection)(yaml) ? yaml.anchor : void 0;
    if (anchor !== void 0) this.open.add(anchor);
    const node = this.plainNode(yaml, place);
    if (anchor !== void 0) {
      this.open.delete(anchor);
      if (this.anchors.size >= LIMITS.anchors) this.limit(place, `The file has more than ${LIMITS.anchors} anchors; later ones are not read.`);
      else this.anchors.set(anchor, { node, size: this.size - before });
    }
    return node;
  }
  plainNode(yaml, place) {
    if ((0, import_yaml.isMap)(yaml)) return this.map(yaml.items, place, yaml.flow === true);
    if ((0, import_yaml.isSeq)(yaml)) {
      const items = yaml.items.map((item) => this.node(item));
      return { kind: "seq", span: place, flow: yaml.flow === true, items };
    }
    if (!(0, import_yaml.isScalar)(yaml)) return emptyAt(place.start);
    const plain2 = yaml.type === "PLAIN";
    const value = yaml.value;
    const text = plain2 ? yaml.source ?? "" : String(value ?? "");
    return { kind: "scalar", span: place, value, text, plain: plain2 };
  }
  map(items, place, flow) {
    const entries = [];
    const seen = /* @__PURE__ */ new Map();
    for (const item of items) {
      const key = item.key;
      const keySpan = key ? rangeOf(key, this.text.length) : span(place.start, place.start);
      const keyNode = key && (0, import_yaml.isAlias)(key) ? this.alias(key.source, keySpan) : null;
      if (!key || !(0, import_yaml.isScalar)(key) && keyNode?.kind !== "scalar") {
        this.problems.push({ code: "yaml-syntax", span: keySpan, message: "A key is a word; this is something else." });
        continue;
      }
      const text = keyNode?.kind === "scalar" ? keyNode.text : (0, import_yaml.isScalar)(key) ? key.type === "PLAIN" ? key.source ?? "" : String(key.value) : "";
      if ((0, import_yaml.isScalar)(key) && key.anchor !== void 0) this.node(key);
      const first = seen.get(text);
      if (first) {
        this.problems.push({
          code: "duplicate-key",
          span: keySpan,
          message: `\`${text}\` is here twice; the first one counts and this one is not read.`,
          related: { span: first, message: "The first one" }
        });
      }
      const value = item.value ? this.node(item.value) : emptyAt(keySpan.end);
      if (first) continue;
      seen.set(text, keySpan);
      entries.push({ key: text, keySpan, span: span(keySpan.start, Math.max(keySpan.end, value.span.end)), value });
    }
    return { kind: "map", span: place, flow, entries };
  }
  alias(name, place) {
    if (this.open.has(name)) {
      this.problems.push({ code: "yaml-syntax", span: place, message: `\`*${name}\` stands inside what it names.` });
      return { ...emptyAt(place.start), span: place };
    }
    const target = this.anchors.get(name);
    if (!target) {
      this.problems.push({ code: "yaml-syntax", span: place, message: `No anchor \`&${name}\` comes before this alias.` });
      return { ...emptyAt(place.start), span: place };
    }
    this.aliased += target.size;
    this.size += target.size;
    if (this.aliased > LIMITS.aliasedNodes) {
      this.limit(place, `Aliases stand for more than ${LIMITS.aliasedNodes} values; this one and later ones are not read.`);
      return { ...emptyAt(place.start), span: place };
    }
    return { ...target.node, span: place };
  }
  limit(place, message) {
    if (!this.limitReported) this.problems.push({ code: "resource-limit", span: place, message });
    this.limitReported = true;
  }
};
function emptyAt(offset) {
  return { kind: "scalar", span: span(offset, offset), value: null, text: "", plain: true };
}
function rangeOf(node, length) {
  const range = node.range;
  return range ? clamp(span(range[0], range[1]), length) : span(0, 0);
}
function clamp({ start, end }, length) {
  const from = Math.min(start, length);
  return span(from, Math.max(from, Math.min(end, length)));
}
var sentence2 = (message) => /[.!?]$/.test(message) ? message : `${message}.`;

// src/service/load.ts
var isDocumentPath = (document) => /^[^:\s][^:]*\.(?:txt|md)$/i.test(document);
var TREES = /* @__PURE__ */ new Map();
var KEPT2 = 64;
function treeOf(text) {
  const known2 = TREES.get(text);
  if (known2) {
    TREES.delete(text);
    TREES.set(text, known2);
    return known2;
  }
  const tree = parse(text);
  TREES.set(text, tree);
  for (const oldest of TREES.keys()) {
    if (TREES.size <= KEPT2) break;
    TREES.delete(oldest);
  }
  return tree;
}

// src/service/analyse.ts
function analyse({ file, texts, documents, workspace, today, asOf }) {
  const partnership = resolve({
    file,
    workspace,
    today,
    asOf,
    treeOf: (uri) => {
      const text = texts.get(uri);
      return text === void 0 || text === null ? null : treeOf(text);
    }
  });
  const matrix = matrixOf(partnership);
  const named2 = /* @__PURE__ */ new Map();
  const holders = [...partnership.agreements.values()].flatMap((agreement) => [agreement, ...agreement.clauses]);
  for (const { source } of holders) {
    const document = source?.document;
    if (document === void 0 || !isDocumentPath(document) || source?.place.file !== file) continue;
    const target = resolvePath(document, file, workspace);
    named2.set(document, target === void 0 ? null : documents.get(target) ?? null);
  }
  return { partnership, matrix, findings: runRules({ partnership, matrix, documents: named2 }) };
}

// test/support/examples.ts
var WORKSPACE = "file:///work";
var MAIN = `${WORKSPACE}/main.entente.yaml`;
function analyseExample({ text, files = {}, today }) {
  const texts = /* @__PURE__ */ new Map([[MAIN, text]]);
  const documents = /* @__PURE__ */ new Map();
  for (const [path, content] of Object.entries(files)) {
    (/\.entente\.ya?ml$/.test(path) ? texts : documents).set(new URL(path, `${WORKSPACE}/`).href, content);
  }
  return analyse({ file: MAIN, texts, documents, workspace: WORKSPACE, today: parseDate(today ?? "2026-06-01")?.first ?? dayOf(2026, 6, 1) });
}

// test/support/markers.ts
var MARKER = /^ *#(?: *(\^+)| (<-*)) ([a-z]+(?:-[a-z]+)*)\r?$/;
function parseMarkers(text) {
  const markers = [];
  let marked = -1;
  for (const [index, line] of text.split("\n").entries()) {
    const match = MARKER.exec(line);
    if (!match) {
      marked = index;
      continue;
    }
    const [, carets, arrow, code = ""] = match;
    markers.push(carets === void 0 ? { line: marked, column: 0, length: arrow?.length ?? 1, code } : { line: marked, column: line.indexOf("^"), length: carets.length, code });
  }
  return markers;
}
function markerOf(text, { place, code }) {
  const before = text.slice(0, place.start);
  const line = before.split("\n").length - 1;
  const start = before.lastIndexOf("\n") + 1;
  const shown = (text.slice(place.start, place.end).split("\n")[0] ?? "").trimEnd();
  return { line, column: place.start - start, length: Math.max(1, shown.length), code };
}
function renderMarkers(text, markers) {
  const ordered = [...markers].sort((a, b) => a.column - b.column || a.length - b.length || (a.code < b.code ? -1 : 1));
  return text.split("\n").flatMap((line, index) => MARKER.test(line) ? [] : [line, ...ordered.filter((marker) => marker.line === index).map((marker) => draw(line, marker))]).join("\n");
}
function draw(line, { column, length, code }) {
  if (column === 0) return `# <${"-".repeat(length - 1)} ${code}`;
  const indent = Math.min(line.length - line.trimStart().length, Math.max(0, column - 2));
  return `${" ".repeat(indent)}#${" ".repeat(column - indent - 1)}${"^".repeat(length)} ${code}`;
}

// .build-rules/gen.ts
var import_node_fs = require("node:fs");
var write = process.argv.includes("--write");
for (const rule of RULES) {
  for (const kind of ["bad", "good"]) {
    const ex = rule[kind];
    let r;
    try {
      r = analyseExample(ex);
    } catch (e) {
      console.log(rule.code, kind, "THROWS", e);
      continue;
    }
    const rendered = renderMarkers(ex.text, r.findings.map((f) => markerOf(ex.text, f)));
    if (kind === "good") {
      if (r.findings.length) console.log("GOOD!", rule.code, "\n" + rendered, r.findings.map((f) => f.message));
      continue;
    }
    console.log("=====", rule.code);
    const lines = rendered.split("\n");
    lines.forEach((l, i) => {
      if (/^ *# ?[ <^]*[\^<]/.test(l)) console.log("   " + (/^ *# ?[ <^]*[\^<]/.test(lines[i - 1]) ? "" : lines[i - 1].slice(0, 140) + "\n   ") + l.slice(0, 140));
    });
    for (const f of r.findings) console.log("  >", f.severity, f.message.slice(0, 600), f.related.map((x) => x.message).join(" | "));
    if (write) {
      const p = "src/rules/" + rule.code + ".ts";
      const s = (0, import_node_fs.readFileSync)(p, "utf8");
      const clean = renderMarkers(ex.text, parseMarkers(ex.text));
      if (!s.includes("`" + ex.text + "`")) {
        console.log("  (no literal)");
        continue;
      }
      (0, import_node_fs.writeFileSync)(p, s.replace("`" + ex.text + "`", () => "`" + rendered + "`"));
    }
  }
}
