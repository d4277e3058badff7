export function logged(target: object, propertyName: string, descriptor: PropertyDescriptor) {
  const call = descriptor.value;
  descriptor.value = function (...values: unknown[]) {
    console.log('call', propertyName, values);
    return call.apply(this, values);
  };
}


export const required = (target: object, fieldName: string) => {
  console.log('required', fieldName, target.constructor.name);
};
