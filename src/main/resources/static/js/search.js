// A field that is searched as one types. Without this the browser offers the same entries by itself.
(function () {
  "use strict";
  var SHOWN = 40;

  document.querySelectorAll("input[data-search]").forEach(function (input) {
    if (input.dataset.searching) {
      return;
    }
    input.dataset.searching = "yes";
    var data = document.getElementById(input.getAttribute("list"));
    var names = Array.prototype.map.call(data.options, function (option) { return option.value; });
    var list = document.createElement("ul");
    list.id = input.id + "-found";
    list.className = "found";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.querySelector("label[for='" + input.id + "']").textContent.trim());
    list.hidden = true;
    var said = document.createElement("span");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    input.removeAttribute("list");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.after(list, said);
    var at = -1;

    // the characters typed stand together in a name, or one after the other with others between them
    function rank(name, typed) {
      var together = name.indexOf(typed);
      if (together >= 0) {
        return together;
      }
      var from = 0;
      for (var character of typed.replace(/\s/g, "")) {
        from = name.indexOf(character, from) + 1;
        if (from === 0) {
          return -1;
        }
      }
      return 1000 + from;
    }

    function found() {
      var typed = input.value.trim().toLowerCase();
      return names
        .map(function (name) { return { name: name, rank: rank(name.toLowerCase(), typed) }; })
        .filter(function (one) { return one.rank >= 0; })
        .sort(function (one, other) { return one.rank - other.rank; });
    }

    function show() {
      var all = found();
      at = -1;
      list.textContent = "";
      all.slice(0, SHOWN).forEach(function (one, number) {
        var item = document.createElement("li");
        item.id = list.id + "-" + number;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = one.name;
        list.append(item);
      });
      if (all.length === 0) {
        var none = document.createElement("li");
        none.className = "none";
        none.textContent = input.dataset.none;
        list.append(none);
      }
      said.textContent = all.length ? input.dataset.found.replace("#", all.length) : input.dataset.none;
      open(true);
    }

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes));
      if (!yes) {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function mark(number) {
      var options = list.querySelectorAll("[role=option]");
      if (!options.length) {
        return;
      }
      at = (number + options.length) % options.length;
      options.forEach(function (option, one) { option.setAttribute("aria-selected", String(one === at)); });
      options[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[at].id);
    }

    function choose(option) {
      input.value = option.textContent;
      open(false);
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    input.addEventListener("input", show);
    input.addEventListener("click", function () { if (list.hidden) { show(); } });
    input.addEventListener("blur", function () { open(false); });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          show();
        }
        mark(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        event.preventDefault();
        choose(list.children[at]);
      } else if (event.key === "Escape") {
        open(false);
      }
    });
    // a press on the list must not take the focus from the field, or the list would close under the finger
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) {
        choose(option);
      }
    });
  });
})();
