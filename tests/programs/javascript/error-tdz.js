console.log(typeof later);
{
  console.log(x);
  let x = 1;
}
var later = 1;
