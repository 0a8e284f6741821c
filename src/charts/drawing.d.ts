declare module 'plotly.js/src/components/drawing' {
  const drawing: {
    /** Sizes of the labels that were measured, by their text and style. */
    savedBBoxes: object;
  };
  export default drawing;
}
