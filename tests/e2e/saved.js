// What the page keeps on a device, as far as specs put it there before the page opens. It is set-up
// that they are not about; whatever a person does is done on the page.

/**
 * @param {{ customers?: number, journey?: string }} state how many customers are lived, of which ready journey
 * @returns {string} the text that the page finds; for all else it says what the page begins with on a first visit
 */
export const saved = ({ customers = 1_000_000, journey = "telecom" }) =>
  JSON.stringify({
    version: 1,
    journeys: [{ ready: journey }],
    now: { journey: 0, scenario: {}, seed: 1 },
    past: [],
    future: [],
    // No link of this name: the page chooses, as on a first visit.
    selected: "",
    customers,
    language: null,
    theme: "system",
  });
