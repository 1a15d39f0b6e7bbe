// Nothing here is needed for a page to work: it only saves presses.
(function () {
  "use strict";

  // what can't be taken back is asked about
  document.addEventListener("submit", function (event) {
    var question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // whoever leaves a phone takes the list of a round off it; visits that are not sent stay, and are spoken of
  document.addEventListener("submit", function (event) {
    var account = event.target.dataset.account;
    if (!account || !event.target.dataset.unsent) {
      return;
    }
    if (!navigator.onLine && localStorage.getItem("patrol-unsent-" + account) !== null) {
      window.alert(event.target.dataset.offline);
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (Number(localStorage.getItem("patrol-unsent-" + account)) > 0 && !window.confirm(event.target.dataset.unsent)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (localStorage.getItem("patrol-unsent-" + account) !== null) {
      caches.delete("patrol-page");
      indexedDB.open("patrol").onsuccess = function (opened) {
        opened.target.result.transaction("packs", "readwrite").objectStore("packs").delete(account);
      };
    }
  }, true);

  // a form is sent once, however often the button is pressed
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 8000);
  });
  // whoever comes back to a page may send its forms again
  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.forms, function (form) { delete form.dataset.sent; });
  });

  // changing the language or the size of type clears what is typed on a page whose form can't take it along
  document.addEventListener("submit", function (event) {
    var choices = event.target.closest(".choices");
    if (!choices) {
      return;
    }
    var typed = Array.prototype.some.call(document.querySelectorAll("main form[method=post] input, main form[method=post] textarea"), function (field) {
      return /^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked
        : field.type === "file" ? field.value !== "" : field.type !== "hidden" && field.value !== field.defaultValue;
    });
    if (typed && !window.confirm(choices.dataset.warn)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // another method has other steps and grades
  document.addEventListener("change", function (event) {
    if (event.target.dataset.narrows) {
      event.target.dataset.narrows.split(" ").forEach(function (name) {
        var part = event.target.form.elements[name];
        if (part) { part.value = ""; }
      });
      event.target.form.requestSubmit();
    }
  });

  // the desk is worked with the keyboard: j next, k before, Enter opens, / searches
  document.addEventListener("keydown", function (event) {
    var menu = document.querySelector(".menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      return;
    }
    var titles = Array.prototype.slice.call(document.querySelectorAll(".orders .title"));
    var at = titles.indexOf(document.activeElement);
    if (event.key === "j" && titles[at + 1]) {
      titles[at + 1].focus();
    } else if (event.key === "k" && titles[at - 1]) {
      titles[at - 1].focus();
    } else if (event.key === "/") {
      var search = document.querySelector(".search input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === "?" && document.getElementById("keys")) {
      document.getElementById("keys").showModal();
    } else if (event.key === "u") {
      var back = document.querySelector("[data-back]");
      if (back) {
        back.click();
      } else if (document.getElementById("act")) {
        history.back();
      }
    }
  });

  document.addEventListener("click", function (event) {
    var menu = document.querySelector(".menu[open]");
    if (menu && !menu.contains(event.target)) {
      menu.open = false;
    }
    var button = event.target.closest("[data-do]");
    if (!button) {
      return;
    }
    if (button.dataset.do === "keys") {
      document.getElementById("keys").showModal();
    } else if (button.dataset.do === "close") {
      button.closest("dialog").close();
    } else if (button.dataset.do === "print") {
      window.print();
    } else if (button.dataset.do === "copy") {
      var said = button.textContent;
      navigator.clipboard.writeText(button.dataset.text).then(function () {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = said; }, 4000);
      });
    } else if (button.dataset.do === "fill") {
        var input = document.getElementById(button.dataset.for);
        input.value = button.dataset.value;
        input.focus();
    } else if (button.dataset.do === "here" && navigator.geolocation) {
      navigator.geolocation.getCurrentPosition(function (position) {
        var input = document.getElementById(button.dataset.for);
        input.value = position.coords.longitude.toFixed(6) + "," + position.coords.latitude.toFixed(6);
        input.dispatchEvent(new Event("change"));
      });
    }
  });

  // what only makes sense with a script is shown only then
  document.querySelectorAll("[data-script]").forEach(function (part) { part.hidden = false; });

  // what can be done stays in view beside a long record: its beginning, or its end where it is higher than the window
  var aside = document.querySelector(".split > .aside");
  if (aside && window.ResizeObserver) {
    var stay = function () { aside.classList.toggle("tall", aside.offsetHeight + 32 > window.innerHeight); };
    new ResizeObserver(stay).observe(aside);
    window.addEventListener("resize", stay);
  }

  // the numbers beside a text follow its lines, and a fault leads into its line
  var text = document.querySelector(".editor textarea");
  if (text) {
    var numbers = document.querySelector(".editor ol");
    text.addEventListener("input", function () {
      var count = Math.max(text.value.split("\n").length, 12);
      text.rows = count + 1;
      while (numbers.children.length < count) {
        var number = document.createElement("li");
        number.textContent = numbers.children.length + 1;
        number.id = "line-" + number.textContent;
        numbers.appendChild(number);
      }
      while (numbers.children.length > count) { numbers.removeChild(numbers.lastChild); }
    });
    document.querySelectorAll("[data-line]").forEach(function (link) {
      link.addEventListener("click", function () {
        var lines = text.value.split("\n");
        var from = lines.slice(0, link.dataset.line - 1).join("\n").length + (link.dataset.line > 1 ? 1 : 0);
        text.focus({ preventScroll: true });
        text.setSelectionRange(from, from + lines[link.dataset.line - 1].length);
      });
    });
  }
})();
