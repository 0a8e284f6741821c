let presses = 0;
let present = 0;

/** Number of the press of the pointer that goes on; 0 while none is down. */
export function presentPress(): number {
  return present;
}

/** Tells presses of the pointer apart from now on. */
export function followPresses(target: EventTarget): void {
  target.addEventListener(
    'pointerdown',
    () => {
      present = ++presses;
    },
    true,
  );
  const end = () => {
    present = 0;
  };
  for (const name of ['pointerup', 'pointercancel']) target.addEventListener(name, end, true);
}
