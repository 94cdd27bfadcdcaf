// Tells a page with times to choose from the zone of this device, once, so that times are shown on its clocks.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const here = new URL(location.href);
if (zone && !here.searchParams.has("tz")) {
  here.searchParams.set("tz", zone);
  location.replace(here);
}
