"""Runs a generated Keras program, and prints what it came to as JSON.

python run_keras.py PRECISION PROGRAM [its options]

Rows are taken in the order in which they are, and what watches the training is left out,
so that the weights at its end are those of its last step. Told are the test loss, and the
loss of the first batch: that of the next step. PRECISION as in run_program.py.

Keras adds Adam's epsilon to the root of the second moment before the correction of its
bias, PyTorch and the page after it; where a gradient is as small as that, the steps differ.
Here Keras's is brought to the others', so that all the rest can be held to them.
"""
import json
import sys

import keras

precision, path = sys.argv[1:3]
keras.config.set_floatx(precision)
fit = keras.Sequential.fit


def watched(network, *rows, **given):
    given.update(shuffle=False, callbacks=[], verbose=0)
    fit(network, *rows, **given)


def update_step(adam, gradient, variable, rate):
    own, steps = adam.epsilon, keras.ops.cast(adam.iterations + 1, variable.dtype)
    adam.epsilon = own * keras.ops.sqrt(1 - keras.ops.power(adam.beta_2, steps))
    step_by_keras(adam, gradient, variable, rate)
    adam.epsilon = own


keras.Sequential.fit = watched
step_by_keras, keras.optimizers.Adam.update_step = keras.optimizers.Adam.update_step, update_step
sys.argv = sys.argv[2:]
sys.stdout, out = sys.stderr, sys.stdout
with open(path, encoding="utf-8") as file:
    source = file.read().replace('"float32"', f'"{precision}"')
names = {"__name__": "__main__", "__doc__": None}
exec(compile(source, path, "exec"), names)
x, y = names["x_train"][: names["BATCH"]], names["y_train"][: names["BATCH"]]
found = {
    "testLoss": names["loss_on"](names["x_test"], names["y_test"]),
    "next": float(keras.ops.mean(names["losses"](y, names["network"](x)))),
    "sampled": len(names["sample"](names["some"])),
}
json.dump(found, out)
