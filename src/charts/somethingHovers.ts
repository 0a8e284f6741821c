/** Whether anything hovers here: a finger alone asks nothing of a figure that Plotly would have to answer. */
export const somethingHovers = () => matchMedia('(any-hover: hover)').matches;
