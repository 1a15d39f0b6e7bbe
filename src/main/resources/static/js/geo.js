// The ground of every map: the outline of the district, pictures below it where an operator has named a source, and the
// small maps on forms and pages. Whatever comes in and goes out is WGS-84; the shift of GCJ-02 is in the projection alone.
(function () {
  "use strict";

  var LEAFLET = "/webjars/leaflet/1.9.4/dist/leaflet.";
  var ready = null;

  function leaflet() {
    if (!ready) {
      ready = new Promise(function (done) {
        var sheet = document.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = LEAFLET + "css";
        document.head.appendChild(sheet);
        var script = document.createElement("script");
        script.src = LEAFLET + "js";
        script.onload = done;
        document.head.appendChild(script);
      });
    }
    return ready;
  }

  // as org.liudan.geo.Gcj02 does it; a test compares them
  function shifted(lon, lat) {
    var x = lon - 105, y = lat - 35, p = Math.PI, sin = Math.sin;
    var wave = (20 * sin(6 * x * p) + 20 * sin(2 * x * p)) * 2 / 3;
    var north = -100 + 2 * x + 3 * y + .2 * y * y + .1 * x * y + .2 * Math.sqrt(Math.abs(x)) + wave
      + (20 * sin(y * p) + 40 * sin(y / 3 * p)) * 2 / 3 + (160 * sin(y / 12 * p) + 320 * sin(y / 30 * p)) * 2 / 3;
    var east = 300 + x + 2 * y + .1 * x * x + .1 * x * y + .1 * Math.sqrt(Math.abs(x)) + wave
      + (20 * sin(x * p) + 40 * sin(x / 3 * p)) * 2 / 3 + (150 * sin(x / 12 * p) + 300 * sin(x / 30 * p)) * 2 / 3;
    var s = sin(lat * p / 180), round = 1 - 0.006693421622965943 * s * s;
    return [
      lon + east * 180 / (6378245 / Math.sqrt(round) * Math.cos(lat * p / 180) * p),
      lat + north * 180 / (6378245 * (1 - 0.006693421622965943) / (round * Math.sqrt(round)) * p)
    ];
  }

  function unshifted(lon, lat) {
    var guess = [lon, lat];
    for (var round = 0; round < 10; round++) {
      var there = shifted(guess[0], guess[1]);
      guess = [guess[0] + lon - there[0], guess[1] + lat - there[1]];
    }
    return guess;
  }

  function label(text) {
    var label = document.createElement("span");
    label.textContent = text;
    return label;
  }

  function shiftedWorld() {
    var flat = L.Projection.SphericalMercator;
    return L.extend({}, L.CRS.EPSG3857, {
      projection: {
        bounds: flat.bounds,
        project: function (at) {
          var there = shifted(at.lng, at.lat);
          return flat.project(L.latLng(there[1], there[0]));
        },
        unproject: function (point) {
          var at = flat.unproject(point), there = unshifted(at.lng, at.lat);
          return L.latLng(there[1], there[0]);
        }
      }
    });
  }

  // draws the ground into an element; answers a promise of the map and of the outline on it
  function ground(element) {
    return Promise.all([leaflet(), fetch("/geo/ground.json").then(function (answer) { return answer.json(); })]).then(function (both) {
      var ground = both[1];
      element.hidden = false;
      var map = L.map(element, {
        attributionControl: false,
        zoomControl: false,
        maxZoom: 18,
        crs: ground.gcj02 ? shiftedWorld() : L.CRS.EPSG3857
      });
      L.control.zoom({ zoomInTitle: element.dataset.in, zoomOutTitle: element.dataset.out }).addTo(map);
      map.setView([27.11, 110.0], 12);
      ground.tiles.forEach(function (tiles) {
        L.tileLayer(tiles.url, { subdomains: tiles.subdomains, attribution: tiles.attribution, maxZoom: 18, referrerPolicy: "origin" }).addTo(map);
      });
      if (ground.tiles.length && ground.tiles[0].attribution) {
        L.control.attribution({ prefix: false }).addAttribution(ground.tiles[0].attribution).addTo(map);
      }
      var outline = L.geoJSON(ground.outlines.map(function (one) { return one.geometry; }), {
        interactive: false,
        style: { color: "#8b8578", weight: 2, fillOpacity: ground.tiles.length ? 0 : .06 }
      }).addTo(map);
      return { map: map, outline: outline };
    });
  }

  window.liudanGeo = { ground: ground, shifted: shifted, unshifted: unshifted };

  // a point says which region it lies in; a region that somebody has chosen is left alone
  function proposeRegion(input) {
    var select = input.form && input.form.querySelector("select[data-region]");
    var parts = input.value.split(",");
    if (!select || parts.length !== 2 || (select.value && select.value !== select.dataset.proposed)) {
      return;
    }
    fetch("/geo/at?lon=" + encodeURIComponent(parts[0]) + "&lat=" + encodeURIComponent(parts[1]))
      .then(function (answer) { return answer.json(); })
      .then(function (regions) {
        var fits = regions.filter(function (region) {
          return Array.prototype.some.call(select.options, function (option) { return option.value === region.code; });
        })[0];
        if (!fits) {
          return;
        }
        select.value = select.dataset.proposed = fits.code;
        var said = select.parentNode.querySelector("[role=status]");
        if (!said) {
          said = document.createElement("span");
          said.className = "hint";
          said.setAttribute("role", "status");
          select.after(said);
        }
        said.textContent = select.dataset.region.replace("{}", fits.name);
      });
  }

  // the boundaries of regions, those in force and those proposed, for the one who sets them
  document.querySelectorAll("[data-outlines]").forEach(function (box) {
    Promise.all([ground(box), fetch(box.dataset.outlines).then(function (answer) { return answer.json(); })]).then(function (both) {
      var map = both[0].map, all = L.featureGroup(), proposed = L.featureGroup();
      both[1].forEach(function (one) {
        var shape = L.geoJSON(one.geometry, {
          style: one.proposed ? { color: "#9e1b1e", weight: 2.5, fillOpacity: .12 } : { color: "#5a6069", weight: 1.5, fillOpacity: .04 }
        });
        shape.bindTooltip(label(one.name), { sticky: true });
        shape.addTo(all);
        if (one.proposed) { shape.addTo(proposed); }
      });
      all.addTo(map);
      var seen = proposed.getLayers().length ? proposed : all;
      if (seen.getLayers().length) { map.fitBounds(seen.getBounds(), { padding: [10, 10] }); }
    });
  });

  // a map on which a place is chosen; without it the place is described in words
  document.querySelectorAll("[data-map]").forEach(function (box) {
    var input = document.getElementById(box.dataset.map);
    ground(box).then(function (drawn) {
      var map = drawn.map, mark = null;
      function read() {
        var parts = input.value.split(",");
        if (parts.length === 2 && !isNaN(parts[0]) && !isNaN(parts[1])) {
          var point = [+parts[1], +parts[0]];
          mark = mark || L.circleMarker(point, { radius: 9, color: "#9e1b1e", fillOpacity: .6 }).addTo(map);
          mark.setLatLng(point);
          return point;
        }
      }
      var known = read();
      if (known) {
        map.setView(known, 14);
      } else if (drawn.outline.getLayers().length) {
        map.fitBounds(drawn.outline.getBounds());
      }
      input.addEventListener("change", function () {
        var point = read();
        if (point) { map.setView(point, Math.max(map.getZoom(), 14)); }
        proposeRegion(input);
      });
      if (!input.readOnly) {
        map.on("click", function (event) {
          input.value = event.latlng.lng.toFixed(6) + "," + event.latlng.lat.toFixed(6);
          read();
          proposeRegion(input);
        });
      }
    });
  });
})();
