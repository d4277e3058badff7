print("begin")
function run()
  prin("x")
end
run()
