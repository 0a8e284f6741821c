const REST = 'order=fixed&lr=1&clip=0&decay=0&std=0&recover=1&engine=fused';

/** A mixture whose run diverges and recovers four times within the first hundred of its 500 epochs. */
export const DIVERGING_MDN = `#/?v=1&data=inverted&points=50&noise=0&test=0.25&seed=1&model=mdn&hidden=50&act=tanh&k=10&floor=0&epochs=500&batch=5&${REST}`;

/** A feed-forward network whose run diverges at its third step. */
export const DIVERGING_FFNN = `#/?v=1&data=spiral&points=50&noise=0&test=0.25&seed=1&model=ffnn&hidden=50&act=tanh&epochs=500&batch=5&${REST}`;

/** A feed-forward network whose run is over at once. */
export const SHORT_FFNN = `#/?v=1&data=sine&points=300&noise=0.2&test=0.25&seed=1&model=ffnn&hidden=20&act=tanh&epochs=3&batch=100&${REST.replace('lr=1&', 'lr=0.01&')}`;

/** The quick recipe on the inverted data with a single component: finite, and far above the best reachable. */
export const ONE_COMPONENT =
  '#/?v=1&data=inverted&points=3000&noise=1&test=0.25&seed=7&model=mdn&hidden=50,50&act=relu&k=1&floor=0&init=spread&epochs=13&batch=100&order=shuffled&lr=0.02&cosine=13&clip=0&decay=0&std=1&recover=1&engine=fused';
