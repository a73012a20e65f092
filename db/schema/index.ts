export * from "./accounts";
export * from "./directory";
export * from "./house";
export * from "./states";
