/** A copy in memory that workers read without copying it again; other values as they are. */
export function shared<T>(value: T): T {
  if (value instanceof Float64Array) return floats(value) as T;
  if (value instanceof Int32Array) return integers(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => shared(item)) as T;
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shared(item)])) as T;
  }
  return value;
}

function floats(values: Float64Array): Float64Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

function integers(values: Int32Array): Int32Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
