// The map of the district. Everything on it also stands in the list beside it, which needs no script.
(function () {
  "use strict";

  var element = document.getElementById("map");
  var words = element.dataset;
  var address = new URLSearchParams(words.query);
  var filters = document.querySelector(".map-filters");
  if (filters && window.innerWidth < 768) {
    filters.open = false;
  }

  window.liudanGeo.ground(element).then(function (drawn) {
    var map = drawn.map;
    var marks = L.layerGroup().addTo(map);
    var regions = L.layerGroup().addTo(map);
    var names = L.layerGroup().addTo(map);
    var heat = heatLayer().addTo(map);
    var taken = [];
    map.createPane("names").style.zIndex = 450;
    var asked = 0;

    var at = new URLSearchParams(location.search).get("at");
    var place = at ? at.split(",").map(Number) : [];
    var box = words.box.split(",").map(Number);
    if (place.length === 3 && place.every(isFinite)) {
      map.setView([place[1], place[0]], place[2], { animate: false });
    } else {
      map.fitBounds([[box[1], box[0]], [box[3], box[2]]], { animate: false });
    }

    function inView() {
      var bounds = map.getBounds();
      return "&zoom=" + map.getZoom() + "&box=" + [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
        .map(function (side) { return side.toFixed(6); }).join(",");
    }

    function ask(what, more) {
      return fetch(what + words.query + (more || "") + inView()).then(function (answer) {
        if (!answer.ok) { throw new Error(what + " answered " + answer.status); }
        return answer.json();
      });
    }

    function light(red, amber) {
      return red ? "red" : amber ? "amber" : "green";
    }

    function mark(point, icon, label, open) {
      var one = L.marker(point, { icon: icon, title: label, riseOnHover: true });
      one.on("add", function () { one.getElement().setAttribute("aria-label", label); });
      one.on("click", open);
      one.on("keypress", function (event) {
        if (event.originalEvent.key === "Enter") { open(); }
      });
      return one.addTo(marks);
    }

    function told(box, point) {
      var wide = box.map(function (side, at) { return (side + (at < 2 ? -1e-7 : 1e-7)).toFixed(7); }).join(",");
      fetch("/map/here" + words.query + "&box=" + wide).then(function (answer) { return answer.text(); }).then(function (card) {
        var popup = L.popup({ minWidth: Math.min(300, map.getSize().x - 90), maxWidth: Math.min(340, map.getSize().x - 60), maxHeight: 320, autoPanPaddingTopLeft: [58, 12], autoPanPaddingBottomRight: [8, 8] })
          .setLatLng(point).setContent(card).openOn(map);
        var link = popup.getElement().querySelector("a[href^='/orders'], a[href^='/subjects']");
        popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close);
        if (link) { link.focus({ preventScroll: true }); }
      });
    }

    function group(found) {
      var size = 30 + Math.min(26, Math.round(Math.log(found.count) * 4));
      var label = words.group.replace("{0}", found.count).replace("{1}", found.red);
      mark([found.lat, found.lon], L.divIcon({
        className: "pin group " + light(found.red, found.amber), html: String(found.count), iconSize: [size, size]
      }), label, function () {
        if (map.getZoom() >= 18) {
          told(found.box, [found.lat, found.lon]);
        } else {
          map.fitBounds([[found.box[1], found.box[0]], [found.box[3], found.box[2]]], { padding: [20, 20], maxZoom: 18 });
        }
      });
    }

    function single(found) {
      mark([found.lat, found.lon], L.divIcon({
        className: "pin one " + found.light + (found.layer === "orders" ? "" : " subject"), iconSize: [28, 28]
      }), found.title + (found.due ? " " + found.due : ""), function () {
        told([found.lon, found.lat, found.lon, found.lat], [found.lat, found.lon]);
      });
    }

    function drawPoints() {
      var turn = ++asked;
      ask("/map/points.json").then(function (found) {
        if (turn !== asked) { return; }
        var focused = document.activeElement && document.activeElement.classList.contains("pin");
        marks.clearLayers();
        found.groups.forEach(group);
        found.singles.forEach(single);
        if (focused) { element.focus({ preventScroll: true }); }
        element.dataset.drawn = found.groups.length + found.singles.length;
      });
    }

    // from which zoom on the borders of a level are drawn, and at which zooms its names are written
    var levels = {
      county: { from: 0, style: { color: "#8b8578", weight: 2, fillOpacity: 0 } },
      street: { from: 0, named: [0, 13], style: { color: "#3d444d", weight: 2.5, fillOpacity: .03 } },
      community: { from: 12, named: [14, 15], style: { color: "#5a6069", weight: 1.4, fillOpacity: 0 } },
      grid: { from: 14, named: [16, 17], style: { color: "#1455c0", weight: 1.2, dashArray: "6 4", fillOpacity: 0 } },
      "micro-grid": { from: 16, named: [18, 24], style: { color: "#1455c0", weight: 1, dashArray: "2 4", fillOpacity: 0 } }
    };
    function drawRegions() {
      ask("/map/regions.json").then(function (found) {
        regions.clearLayers();
        names.clearLayers();
        taken = [];
        var zoom = map.getZoom();
        found.forEach(function (region) {
          var level = levels[region.level] || levels.county;
          if (zoom < level.from) { return; }
          L.geoJSON(region.geometry, { interactive: false, style: level.style }).addTo(regions);
          if (level.named && zoom >= level.named[0] && (zoom <= level.named[1] || !region.parts)) {
            name([region.at[1], region.at[0]], region.name);
          }
        });
        named();
      });
    }

    // what has no shape is named in the middle of what lies in it
    function named() {
      var level = map.getZoom() < 14 ? "street" : "community";
      document.querySelectorAll(".region[data-at][data-level=" + level + "]").forEach(function (region) {
        var at = region.dataset.at.split(",");
        name([+at[1], +at[0]], region.dataset.name);
      });
    }

    // a name is left out where another stands already
    function name(point, text) {
      var at = map.latLngToContainerPoint(point);
      var box = { left: at.x - text.length * 8, right: at.x + text.length * 8, top: at.y - 10, bottom: at.y + 10 };
      if (taken.some(function (other) { return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom; })) {
        return;
      }
      taken.push(box);
      var label = document.createElement("span");
      label.textContent = text;
      L.tooltip({ permanent: true, direction: "center", className: "region-name", interactive: false, pane: "names", offset: [0, -24] })
        .setLatLng(point).setContent(label).addTo(names);
    }

    // the address says what is seen, so that it can be sent to somebody
    function remember() {
      var centre = map.getCenter();
      address.set("at", [centre.lng.toFixed(5), centre.lat.toFixed(5), map.getZoom()].join(","));
      var month = slider && !panel.hidden && toggle.checked ? months[slider.value].id : "";
      if (month) { address.set("heat", month); } else { address.delete("heat"); }
      history.replaceState(null, "", "/map?" + address.toString().replace(/%2C/g, ","));
      var copy = document.querySelector("[data-map-address]");
      if (copy) { copy.dataset.text = location.href; }
    }

    // heat by time
    var panel = document.getElementById("heat");
    var toggle = document.getElementById("heat-on");
    var slider = document.getElementById("heat-month");
    var months = Array.prototype.map.call(document.querySelectorAll("[data-month]"), function (one) {
      return { id: one.dataset.month, name: one.dataset.name, element: one };
    });
    var running = null;

    function drawHeat() {
      months.forEach(function (month, at) { month.element.classList.toggle("here", toggle.checked && +slider.value === at); });
      if (!toggle.checked) {
        heat.set([], 0);
        return;
      }
      var month = months[slider.value];
      slider.setAttribute("aria-valuetext", month.name);
      document.getElementById("heat-name").textContent = month.name;
      ask("/map/heat.json", "&month=" + month.id).then(function (spots) {
        if (months[slider.value] === month && toggle.checked) { heat.set(spots); }
      });
    }

    function stop() {
      clearInterval(running);
      running = null;
      document.getElementById("heat-play").textContent = words.play;
    }

    if (slider) {
      if (words.heat) {
        months.forEach(function (month, at) { if (month.id === words.heat) { slider.value = at; } });
        toggle.checked = true;
      }
      var changed = function () {
        document.getElementById("heat-controls").hidden = !toggle.checked;
        element.classList.toggle("warm", toggle.checked);
        drawHeat();
        remember();
      };
      toggle.addEventListener("change", function () { stop(); changed(); });
      slider.addEventListener("input", changed);
      document.getElementById("heat-play").addEventListener("click", function () {
        if (running) {
          stop();
          return;
        }
        this.textContent = words.pause;
        running = setInterval(function () {
          slider.value = (+slider.value + 1) % months.length;
          changed();
        }, 1400);
      });
      changed();
    }

    function moved() {
      drawPoints();
      drawRegions();
      if (slider) { drawHeat(); }
      remember();
    }
    map.on("moveend", moved);
    moved();
    window.addEventListener("beforeprint", function () { map.invalidateSize(); });
  });

  // where much lies it is red, where little, yellow
  function heatLayer() {
    var Heat = L.Layer.extend({
      onAdd: function (map) {
        this._canvas = L.DomUtil.create("canvas", "heat leaflet-zoom-hide", map.getPanes().overlayPane);
        this._spots = [];
        map.on("moveend resize", this._draw, this);
      },
      set: function (spots) {
        this._spots = spots;
        this._draw();
      },
      _draw: function () {
        var map = this._map, canvas = this._canvas, size = map.getSize();
        canvas.width = size.x;
        canvas.height = size.y;
        L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
        if (!this._spots.length) { return; }
        var pen = canvas.getContext("2d");
        var most = Math.max.apply(null, this._spots.map(function (spot) { return spot.count; }));
        this._spots.forEach(function (spot) {
          var at = map.latLngToContainerPoint([spot.lat, spot.lon]), radius = 34;
          var glow = pen.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius);
          glow.addColorStop(0, "rgba(0,0,0," + (.25 + .6 * spot.count / most) + ")");
          glow.addColorStop(1, "rgba(0,0,0,0)");
          pen.fillStyle = glow;
          pen.fillRect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
        });
        var picture = pen.getImageData(0, 0, size.x, size.y), dots = picture.data;
        for (var i = 0; i < dots.length; i += 4) {
          var dense = dots[i + 3] / 255;
          if (dense) {
            dots[i] = 255 - 97 * dense;
            dots[i + 1] = 215 * Math.pow(1 - dense, 1.6);
            dots[i + 2] = 30;
            dots[i + 3] = Math.min(215, 330 * dense);
          }
        }
        pen.putImageData(picture, 0, 0);
      }
    });
    return new Heat();
  }
})();
